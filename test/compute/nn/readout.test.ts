/** The boundary that is drawn is that of the run's own weights. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { LOGITS, readoutOf } from '../../../src/compute/nn/readout';
import { createTrainer } from '../../../src/compute/train/trainer';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import type { LayerSpec } from '../../../src/data/run/layers/layers';
import type { GraphData } from '../../../src/data/graph/graphData';
import type { Readout } from '../../../src/data/run/pictures';
import { runOf, wordyKarate } from '../specs/runs';
import { expectClose } from '../specs/support';

beforeAll(startCpu);

const withoutEdges: GraphData = {
  ...wordyKarate(),
  edgeIndex: { source: new Int32Array(), target: new Int32Array() },
};
const narrow = defaultLayer('gcn', { width: 2, activation: 'tanh', bias: true });

/** The rows of the layer of two units, the logits that the model has, and the map between them. */
async function after(last: LayerSpec, graph: GraphData, epochs = 5) {
  const run = runOf({ learningRate: 0.05 }, [narrow, last]);
  const trainer = createTrainer(run, graph);
  for (let epoch = 0; epoch < epochs; epoch++) trainer.step();
  const rowsOf = async (id: string) => {
    const activations = await trainer.activations(id);
    if (activations.kind !== 'dense') throw new Error(`expected dense activations of ${id}`);
    return activations.matrix.values;
  };
  const [rows, logits] = [await rowsOf('h1'), await rowsOf('z')];
  const { weights } = await trainer.keyframe();
  trainer.dispose();
  return { rows, logits, readout: readoutOf(run, graph, weights, 'h1'), run, weights };
}

const mapped = (rows: Float32Array, { weight: { numCols, values }, bias }: Readout): number[] =>
  Array.from({ length: (rows.length / 2) * numCols }, (_, at) => {
    const [node, c] = [Math.floor(at / numCols), at % numCols];
    return rows[2 * node]! * values[c]! + rows[2 * node + 1]! * values[numCols + c]! + bias[c]!;
  });

describe('the map of the last layer', () => {
  it.each([
    ['linear', {}],
    ['gcn', {}],
    ['gcn', { residual: true }],
    ['sgc', { hops: 2 }],
    ['appnp', { hops: 3 }],
    ['gat', { heads: 4 }],
  ] as const)('of %s with %j gives the model’s own logits where no edges are', async (kind, change) => {
    const last = defaultLayer(kind, { bias: true, activation: 'none', ...change });
    const { rows, logits, readout } = await after(last, withoutEdges);
    expect(readout?.of).toBe('last layer');
    expectClose(mapped(rows, readout!), logits, 1e-4);
  });

  it('of a linear layer does so with edges too, and follows training', async () => {
    const last = defaultLayer('linear', { bias: true, activation: 'none' });
    const early = await after(last, wordyKarate(), 2);
    const late = await after(last, wordyKarate(), 30);
    expectClose(mapped(late.rows, late.readout!), late.logits, 1e-4);
    expect(late.readout!.weight.values).not.toEqual(early.readout!.weight.values);
  });

  it('of GraphSAGE is that of a node among its like: own and neighbours’ weights together', async () => {
    const last = defaultLayer('sage', { activation: 'none', bias: false, aggregator: 'mean' });
    const { readout, weights } = await after(last, wordyKarate());
    const { numCols, values } = readout!.weight;
    const size = 2 * numCols;
    const [self, other] = [weights.slice(-2 * size, -size), weights.slice(-size)];
    expectClose(
      values,
      self.map((w, i) => w + other[i]!),
    );
  });

  it('is none where the last layer is no linear map, or another layer lies between', async () => {
    for (const last of [
      defaultLayer('gin', { activation: 'none' }),
      defaultLayer('gcn', { activation: 'relu' }),
      defaultLayer('gcn', { activation: 'none', norm: 'layer' }),
      defaultLayer('sage', { activation: 'none', aggregator: 'pool' }),
    ])
      expect((await after(last, wordyKarate())).readout).toBeNull();
    const { run, weights } = await after(defaultLayer('gcn', { activation: 'none' }), wordyKarate());
    expect(readoutOf(run, wordyKarate(), weights, 'x')).toBeNull();
  });

  it('of Z is Z itself', () => {
    expect(mapped(Float32Array.of(0.5, -2), LOGITS)).toEqual([0.5, -2]);
  });
});
