/** The specs of all kernels and layers, for one backend after the other. */
import { adamSpec } from './adam';
import { biasActivationSpec } from './biasActivation';
import { dropoutSpec } from './dropout';
import { edgeSoftmaxSpec } from './edgeSoftmax';
import { edgeTensorSpec } from './edgeTensor';
import { gatScoresSpec } from './gatScores';
import { gatv2ScoresSpec } from './gatv2Scores';
import { gatherRowsSpec } from './gatherRows';
import { gruSpec } from './gru';
import { segmentMaxSpec } from './segmentMax';
import { spmmWeightedSpec } from './spmmWeighted';
import { gcnConvSpec } from './gcnConv';
import { linearSpec } from './linear';
import { lossesSpec } from './losses';
import { selfTestSpec } from './selfTest';
import { softmaxCrossEntropySpec } from './softmaxCrossEntropy';
import { spmmSpec } from './spmm';
import { unpackSpec } from './unpack';

export function kernelSpecs(): void {
  spmmSpec();
  dropoutSpec();
  linearSpec();
  biasActivationSpec();
  softmaxCrossEntropySpec();
  adamSpec();
  unpackSpec();
  edgeTensorSpec();
  gatherRowsSpec();
  spmmWeightedSpec();
  edgeSoftmaxSpec();
  segmentMaxSpec();
  gatScoresSpec();
  gatv2ScoresSpec();
  gruSpec();
  selfTestSpec();
  gcnConvSpec();
  lossesSpec();
}
