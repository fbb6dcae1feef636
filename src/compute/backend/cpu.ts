/** The `cpu` backend of tfjs with our kernels in plain loops: the reference, and the last resort. */
import '@tensorflow/tfjs-backend-cpu';
import { enableProdMode, registerKernel, setBackend } from '@tensorflow/tfjs-core';
import { adamCpu } from '../kernels/adam/cpu';
import { biasActivationCpu } from '../kernels/biasActivation/cpu';
import { dropoutCpu } from '../kernels/dropout/cpu';
import { linearCpu } from '../kernels/linear/cpu';
import { softmaxCrossEntropyCpu } from '../kernels/softmaxCrossEntropy/cpu';
import { spmmCpu } from '../kernels/spmm/cpu';
import { edgeSoftmaxCpu } from '../kernels/edgeSoftmax/cpu';
import { gatv2ScoresCpu } from '../kernels/gatv2Scores/cpu';
import { gatherRowsCpu } from '../kernels/gatherRows/cpu';
import { gatScoresCpu } from '../kernels/gatScores/cpu';
import { gruCpu } from '../kernels/gru/cpu';
import { sddmmCpu } from '../kernels/sddmm/cpu';
import { segmentMaxCpu } from '../kernels/segmentMax/cpu';
import { spmmWeightedCpu } from '../kernels/spmmWeighted/cpu';
import { unpackCpu } from '../kernels/unpack/cpu';

let isRegistered = false;

export async function startCpu(): Promise<void> {
  // Keeps tfjs from greeting on the console.
  enableProdMode();
  if (!isRegistered) {
    [
      ...spmmCpu,
      dropoutCpu,
      ...linearCpu,
      unpackCpu,
      ...biasActivationCpu,
      softmaxCrossEntropyCpu,
      adamCpu,
      gatherRowsCpu,
      spmmWeightedCpu,
      sddmmCpu,
      ...edgeSoftmaxCpu,
      ...segmentMaxCpu,
      ...gatScoresCpu,
      ...gatv2ScoresCpu,
      ...gruCpu,
    ].forEach(registerKernel);
    isRegistered = true;
  }
  await setBackend('cpu');
}
