/** The compute worker: a backend, a trainer, and nothing else. It lives as long as its backend. */
import { loseDevice, startBackend, tensorMemory } from '../compute/backend';
import { openTrainer } from '../compute/train/openTrainer';
import { createComputeHost } from './host';
import type { ComputeCalls } from './protocol';
import { createTurns } from './turns';
import { serve } from './wire';
import { workerScope } from './workerScope';

const scope = workerScope();
const host = createComputeHost({
  post: (event) => scope.postMessage(event, []),
  turns: createTurns(),
  startBackend,
  loseDevice,
  memory: tensorMemory,
  openTrainer,
});
serve<ComputeCalls>(scope, host.handlers, host.credit);
