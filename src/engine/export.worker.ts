/** The export worker: writes one file of a run. */
import { writeFile } from '../data/export/write';
import type { ExportCalls } from './protocol';
import { serve } from './wire';
import { workerScope } from './workerScope';

serve<ExportCalls>(workerScope(), { write: ({ kind, facts }) => writeFile(kind, facts) });
