/** The projection worker: lives as long as the page, and gets a new line whenever the compute worker is replaced. */
import { createProjectionHost } from './projectionHost';
import type { ProjectionCalls } from './protocol';
import { createTurns } from './turns';
import { serve } from './wire';
import { workerScope } from './workerScope';

const scope = workerScope();
const host = createProjectionHost({
  post: (event) => scope.postMessage(event, []),
  turns: createTurns(),
});
serve<ProjectionCalls>(scope, host.handlers, host.credit);
