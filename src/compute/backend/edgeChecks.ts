/** The part of the self-test that runs along edges: every kernel and gradient, on a graph with an isolated node. */
import { engine, tensor2d, type Tensor } from '@tensorflow/tfjs-core';
import { randomKey } from '../../data/base/random';
import { edgeSoftmax } from '../kernels/edgeSoftmax/gradient';
import { EdgeTensor } from '../kernels/edgeTensor';
import { gatherRows } from '../kernels/gatherRows/gradient';
import { gatScores } from '../kernels/gatScores/gradient';
import { gatv2Scores } from '../kernels/gatv2Scores/gradient';
import { sddmm } from '../kernels/sddmm/gradient';
import { segmentMax, segmentMaxOfEdges } from '../kernels/segmentMax/gradient';
import { segmentSum } from '../kernels/segmentSum/gradient';
import { spmmWeighted } from '../kernels/spmmWeighted/gradient';

const NUM_NODES = 4;
const HEADS = 2;
const WIDTH = 6;
const DROPOUT = { key: randomKey(7, 98, 3), rate: 0.5 };

/** Node 2 has no edge. */
export const checkedEdges = (): EdgeTensor =>
  new EdgeTensor({ source: Int32Array.of(1, 0, 3, 0, 1), target: Int32Array.of(0, 1, 1, 3, 3) }, NUM_NODES);

const wave = (rows: number, columns: number, phase: number) =>
  tensor2d(
    Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(i + phase)),
    [rows, columns],
  );

/** Value and gradients of each kernel by name; to be called in a tidy. */
export function edgeChecks(edges: EdgeTensor): Record<string, Tensor> {
  const checks: Record<string, Tensor> = {};
  const check = (name: string, inputs: Tensor[], f: () => Tensor) => {
    const value = f();
    const [rows, columns = 1] = value.shape;
    checks[name] = value;
    const { grads } = engine().gradients(f, inputs, wave(rows, columns, 9));
    grads.forEach((gradient, i) => {
      checks[`gradient ${i + 1} of ${name}`] = gradient;
    });
  };
  const x = wave(NUM_NODES, WIDTH, 1);
  const z = wave(NUM_NODES, WIDTH, 2);
  const [t, s] = [wave(NUM_NODES, HEADS, 3), wave(NUM_NODES, HEADS, 4)];
  const scores = wave(edges.numEdges, HEADS, 5);
  const messages = wave(edges.numEdges, WIDTH, 6);
  const attention = wave(HEADS, WIDTH / HEADS, 7);
  check('gatherRows', [x], () => gatherRows(x, edges, 'source'));
  check('segmentSum', [messages], () => segmentSum(messages, edges));
  check('spmmWeighted', [scores, x], () => spmmWeighted(edges, scores, x));
  check('spmmWeighted with dropout', [scores, x], () => spmmWeighted(edges, scores, x, DROPOUT));
  check('sddmm', [x, z], () => sddmm(edges, x, z, HEADS));
  check('edgeSoftmax', [scores], () => edgeSoftmax(scores, edges));
  check('segmentMax', [x], () => segmentMax(x, edges));
  check('segmentMax of messages', [messages], () => segmentMaxOfEdges(messages, edges));
  check('gatScores', [t, s], () => gatScores(t, s, edges));
  check('gatv2Scores', [x, z, attention], () => gatv2Scores(x, z, attention, edges));
  return checks;
}
