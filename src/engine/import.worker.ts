/** The import worker: one import, from its bytes to the graph. Started from a blob, so that the page's policy holds. */
import { importHost } from './importHost';
import type { ImportCalls, ImportEvent } from './protocol';
import { serve } from './wire';
import { workerScope } from './workerScope';

const scope = workerScope();

serve<ImportCalls>(
  scope,
  importHost((event) => scope.postMessage(event satisfies ImportEvent, [])),
);
