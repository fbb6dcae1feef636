/** The `cpu` backend of tfjs with our kernels in plain loops: the reference, and the last resort. */
import '@tensorflow/tfjs-backend-cpu';
import { enableProdMode, registerKernel, setBackend } from '@tensorflow/tfjs-core';
import { adamCpu } from '../kernels/adam/cpu';
import { biasActivationCpu } from '../kernels/biasActivation/cpu';
import { dropoutCpu } from '../kernels/dropout/cpu';
import { linearTfjs } from '../kernels/linear/tfjs';
import { softmaxCrossEntropyCpu } from '../kernels/softmaxCrossEntropy/cpu';
import { spmmCpu } from '../kernels/spmm/cpu';
import { unpackCpu } from '../kernels/unpack/cpu';

let isRegistered = false;

export async function startCpu(): Promise<void> {
  // Keeps tfjs from greeting on the console.
  enableProdMode();
  if (!isRegistered) {
    [
      ...spmmCpu,
      dropoutCpu,
      ...linearTfjs('cpu'),
      unpackCpu,
      ...biasActivationCpu,
      softmaxCrossEntropyCpu,
      adamCpu,
    ].forEach(registerKernel);
    isRegistered = true;
  }
  await setBackend('cpu');
}
