/** The `webgpu` backend of tfjs with our kernels in WGSL, and what it says when something goes wrong. */
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend, env, registerKernel, setBackend } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import { adamWebgpu } from '../kernels/adam/webgpu';
import { biasActivationWebgpu } from '../kernels/biasActivation/webgpu';
import { dropoutWebgpu } from '../kernels/dropout/webgpu';
import { linearWebgpu } from '../kernels/linear/webgpu';
import { softmaxCrossEntropyWebgpu } from '../kernels/softmaxCrossEntropy/webgpu';
import { spmmWebgpu } from '../kernels/spmm/webgpu';
import { edgeSoftmaxWebgpu } from '../kernels/edgeSoftmax/webgpu';
import { gatScoresWebgpu } from '../kernels/gatScores/webgpu';
import { gatv2ScoresWebgpu } from '../kernels/gatv2Scores/webgpu';
import { gatherRowsWebgpu } from '../kernels/gatherRows/webgpu';
import { gruWebgpu } from '../kernels/gru/webgpu';
import { sddmmWebgpu } from '../kernels/sddmm/webgpu';
import { segmentMaxWebgpu } from '../kernels/segmentMax/webgpu';
import { spmmWeightedWebgpu } from '../kernels/spmmWeighted/webgpu';
import { unpackWebgpu } from '../kernels/unpack/webgpu';

export interface WebgpuDevice {
  /** Messages of shaders that did not compile and the like: such a kernel gives zeros and throws nothing. */
  readonly errors: readonly string[];
  /** Resolves when the device is lost, or at an error after those in `errors`: what it computes is not to be used. */
  readonly failure: () => Promise<string>;
  readonly destroy: () => void;
}

let isRegistered = false;

export async function startWebgpu(): Promise<WebgpuDevice> {
  if (!isRegistered) {
    [
      ...spmmWebgpu,
      dropoutWebgpu,
      ...linearWebgpu,
      unpackWebgpu,
      ...biasActivationWebgpu,
      softmaxCrossEntropyWebgpu,
      adamWebgpu,
      gatherRowsWebgpu,
      spmmWeightedWebgpu,
      sddmmWebgpu,
      ...edgeSoftmaxWebgpu,
      ...segmentMaxWebgpu,
      ...gatScoresWebgpu,
      ...gatv2ScoresWebgpu,
      ...gruWebgpu,
    ].forEach(registerKernel);
    isRegistered = true;
  }
  // Small inputs would be computed in plain JS and hide what the GPU does.
  env().set('WEBGPU_CPU_FORWARD', false);
  if (!(await setBackend('webgpu')))
    throw fail('backend/webgpu', 'expected the webgpu backend to start, it did not');
  const running = backend();
  if (!(running instanceof WebGPUBackend))
    throw fail('backend/webgpu', 'expected the webgpu backend, got another');
  const { device } = running;
  const errors: string[] = [];
  let tell = (message: string): void => {
    errors.push(message);
  };
  device.addEventListener('uncapturederror', (event) => {
    tell(event.error.message);
    // Told here, and not in the console as well.
    event.preventDefault();
  });
  return {
    errors,
    failure: () =>
      new Promise((resolve) => {
        tell = resolve;
        void device.lost.then(({ message, reason }) => resolve(message || reason));
      }),
    destroy: () => device.destroy(),
  };
}
