/** The gated graph network and the general one on graphs small enough to work out by hand. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../../../src/compute/nn/model';
import { createTrainer } from '../../../../src/compute/train/trainer';
import { karate } from '../../../../src/data/generators/karate';
import { numDirectedEdges, type GraphData } from '../../../../src/data/graph/graphData';
import { defaultLayer } from '../../../../src/data/run/layers/defaults';
import { lossesOfRun, runOf } from '../runs';
import { expectClose, noise } from '../support';
import { graphOf, outputOf, PATH } from './alone';
import { layersAsBuilt } from '../../../../src/data/run/layers/lastLayer';

const closed = {
  'message gates': [0, 0, 0],
  'message gate bias': [0, 0, 0],
  'state gates': [0, 0, 0],
  'state gate bias': [0, 0, 0],
};
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

export function gatedSpec(): void {
  describe('mpnn', () => {
    const network = { 'target weight': [1], 'source weight': [1], 'inner bias': [0], 'message weight': [1] };

    it.each([
      ['mean', 10 + 22 / 2],
      ['sum', 10 + 22],
      ['max', 10 + 12],
    ] as const)('writes messages from both ends, %s, silent below zero', async (summary, middle) => {
      const spec = defaultLayer('mpnn', { width: 1, inner: 1, bias: false, activation: 'none', summary });
      // Towards the middle: 10 + 2 - 2 from node 0, 10 + 4 - 2 from node 2; the same back.
      const values = { ...network, 'self weight': [1], 'edge weight': [-2] };
      const y = await outputOf(spec, PATH, [2, 10, 4, 7], values);
      expectClose(y, [2 + 10, middle, 4 + 12, 7]);
      const silent = { ...values, 'edge weight': [-100] };
      expectClose(await outputOf(spec, PATH, [2, 10, 4, 7], silent), [2, 10, 4, 7]);
    });
  });

  describe('a model of mpnn layers', () => {
    const graph = karate('modularity');
    const numRows = numDirectedEdges(graph);
    const withFeatures = (seed: number): GraphData => ({
      ...graph,
      edgeFeatures: { numRows, numCols: 3, values: noise(3 * numRows, seed) },
    });
    const layers = [defaultLayer('mpnn'), defaultLayer('mpnn', { activation: 'none' })];

    it('has a weight for each number that the graph tells of its edges, and hears them', async () => {
      const model = createModel(layersAsBuilt(runOf({}, layers), graph), withFeatures(1), graph.features);
      const shapes = model.parameters.filter(({ role }) => role === 'edge weight').map(({ shape }) => shape);
      expect(shapes).toEqual([
        [3, 16],
        [3, 16],
      ]);
      model.dispose();
      const losses = (seed: number) => lossesOfRun(runOf({}, layers), withFeatures(seed), 3);
      expect(await losses(1)).not.toEqual(await losses(2));
    });

    it('says so where there are not as many rows as edges', () => {
      const short = { ...graph, edgeFeatures: { numRows: 1, numCols: 2, values: noise(2, 1) } };
      expect(() => createTrainer(runOf({}, layers), short).step()).toThrow(
        `graph: expected features of ${numRows} edges, got 1 rows`,
      );
    });
  });

  describe('ggnn', () => {
    it('forgets half of every state in each round where gates know nothing', async () => {
      const spec = defaultLayer('ggnn', { width: 1, steps: 2 });
      const values = { weight: [2], 'message weight 1': [1], 'message weight 2': [1], ...closed };
      expectClose(await outputOf(spec, PATH, [4, 8, -4, 6], values), [2, 4, -2, 3]);
    });

    it('lets messages in through the gates, each as its edge weighs, and none at the isolated node', async () => {
      const graph = graphOf(
        4,
        { source: Int32Array.of(1, 0, 2, 1), target: Int32Array.of(0, 1, 1, 2) },
        Float32Array.of(0.5, 1, 2, 1),
      );
      const spec = defaultLayer('ggnn', { width: 1, steps: 1 });
      const values = {
        weight: [1],
        'message weight 1': [3],
        ...closed,
        'message gates': [0, 0.1, 0.2],
      };
      const x = [1, 2, 0.5, 7];
      const sums = [0.5 * 2, 1 + 2 * 0.5, 2, 0].map((sum) => 3 * sum);
      const expected = x.map((state, i) => {
        const keep = sigmoid(0.1 * sums[i]);
        return (1 - keep) * Math.tanh(0.2 * sums[i]) + keep * state;
      });
      expectClose(await outputOf(spec, graph, x, values), expected);
    });
  });
}
