/** The projection worker: lives as long as the page, and gets a new line whenever the compute worker is replaced. */
import { compileKernels } from '../compute/embed/kernelModule';
import { plainKernels } from '../compute/projection/kernels';
import { wasmKernels } from '../compute/projection/wasmKernels';
import { createProjectionHost } from './projectionHost';
import type { ProjectionCalls } from './protocol';
import { createTurns } from './turns';
import { serve } from './wire';
import { workerScope } from './workerScope';

const scope = workerScope();
const host = createProjectionHost({
  post: (event) => scope.postMessage(event, []),
  turns: createTurns(),
  kernels: compileKernels().then((module) => (module ? wasmKernels(module) : plainKernels)),
});
serve<ProjectionCalls>(scope, host.handlers, host.credit);
