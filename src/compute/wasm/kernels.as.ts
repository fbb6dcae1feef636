/**
 * All our SIMD code, one WASM module (AssemblyScript). It is instantiated on the heap of the tfjs wasm backend: every
 * argument named like an array is a byte offset into that heap.
 *
 * Nothing here may need static data (no `Mathf.exp`, no static array, no string): it would be placed at address 1024
 * of a heap that is not ours and overwrite the backend's own data. test/compute/wasm checks the binary for it.
 */
export { spmm } from './spmm.as';
export { dropout, dropoutOfEntries } from './dropout.as';
export { linear, linearInputGradient, linearWeightGradient } from './linear.as';
export { biasActivation, activationGradient, columnSum } from './biasActivation.as';
export { softmaxCrossEntropy } from './softmaxCrossEntropy.as';
export { adam } from './adam.as';
export { gatherRows } from './gatherRows.as';
export { spmmWeighted } from './spmmWeighted.as';
export { sddmm } from './sddmm.as';
export { edgeSoftmax, edgeSoftmaxGradient } from './edgeSoftmax.as';
export { segmentMax, segmentMaxGradient } from './segmentMax.as';
export { gatScores, leakyGradient } from './gatScores.as';
export { gru, gruGradient } from './gru.as';
export { skipGram, adamOfRows } from './skipGram.as';
export { umapEpoch } from './umap.as';
export { nearestRows, ranksFrom } from './nearest.as';
export { gatv2Scores, gatv2EndGradient, gatv2AttentionGradient } from './gatv2Scores.as';
