/** What is shown adds up: every trace, and its parts put together again, equal the layer's own output. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { createExplainer } from '../../../src/compute/trace/explainer';
import { recompose } from '../../../src/compute/trace/recompose';
import { numFeatures, type GraphData } from '../../../src/data/graph/graphData';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import {
  LAYERS,
  type AnyLayerDescriptor,
  type LayerKind,
  type LayerSpec,
} from '../../../src/data/run/layers/layers';
import { SUMMARIES } from '../../../src/data/run/layers/mpnn';
import { AGGREGATORS } from '../../../src/data/run/layers/sage';
import type { Param, ParamValue } from '../../../src/data/run/params';
import { wordyKarate } from '../specs/runs';
import { expectClose, noise } from '../specs/support';
import { toDense } from '../../../src/data/graph/dense';
import { bothOf, crooked, looped, FULL, IDENTITY, SPARSE } from './support';

beforeAll(startCpu);

type Change = Readonly<Record<string, ParamValue>>;

/** None of them as they are by default. */
const SMALL: Change = { width: 6, heads: 2, inner: 5, hops: 3, teleport: 0.15, steps: 3, slope: 0.6 };

/** What follows the messages, in mixtures that show every setting with and without every other kind. */
const FINISHES: readonly Change[] = [
  { bias: false, activation: 'none' },
  { bias: true, activation: 'relu', residual: true },
  { bias: true, norm: 'layer', activation: 'tanh', residual: true },
  { bias: false, norm: 'batch', activation: 'elu' },
];
const FINISH_KEYS = FINISHES.flatMap((finish) => Object.keys(finish));

function optionsOf(param: Param): readonly ParamValue[] {
  if (param.kind === 'choice') return param.options;
  return param.kind === 'boolean' ? [false, true] : [];
}

/** Every combination of a layer's own choices. */
const ownChoices = ({ params }: AnyLayerDescriptor): readonly Change[] =>
  params
    .filter(({ key }) => !FINISH_KEYS.includes(key))
    .reduce<readonly Change[]>(
      (combined, param) => {
        const options = optionsOf(param);
        return options.length === 0
          ? combined
          : combined.flatMap((change) => options.map((option) => ({ ...change, [param.key]: option })));
      },
      [{}],
    );

const CASES = LAYERS.flatMap((descriptor) =>
  ownChoices(descriptor).flatMap((choice) =>
    FINISHES.map((finish): [string, LayerSpec] => {
      const own = descriptor.params.map(({ key }) => key);
      const small = Object.fromEntries(Object.entries(SMALL).filter(([key]) => own.includes(key)));
      const shown = Object.entries({ ...choice, ...finish }).map(([key, value]) => `${key} ${value}`);
      return [
        [descriptor.id, ...shown].join(', '),
        defaultLayer(descriptor.id, { ...small, ...choice, ...finish }),
      ];
    }),
  ),
);

/** Every node at every layer. */
async function expectToAddUp(
  specs: readonly LayerSpec[],
  graph: GraphData,
  steps = 0,
  normaliseFeatures = false,
): Promise<void> {
  const { explainer, outputs, layers } = await bothOf(specs, graph, steps, normaliseFeatures);
  layers.forEach(({ width }, layer) => {
    for (let node = 0; node < graph.numNodes; node++) {
      const expected = outputs[layer].subarray(node * width, (node + 1) * width);
      const trace = explainer.trace(layer, node);
      expectClose(trace.output, expected);
      expectClose(recompose(trace), expected);
      expectClose(explainer.output(layer, node), expected);
    }
  });
}

describe('the trace of every node adds up to the output', () => {
  it.each(CASES)('of %s', async (_title, spec) => {
    await expectToAddUp([spec, spec], crooked());
  });

  it.each([
    ['sparse', SPARSE],
    ['full', FULL],
    ['dense', { kind: 'dense', matrix: toDense(SPARSE, 12) }],
    ['identity', IDENTITY],
  ] as const)(
    'of every kind of layer, with %s features, added as they are or mapped',
    async (_title, features) => {
      for (const { id } of LAYERS)
        for (const width of [4, numFeatures(features)]) {
          const spec = defaultLayer(id, { width, residual: true, ...(id === 'gat' && { heads: 1 }) });
          await expectToAddUp([spec, defaultLayer('linear')], crooked(features));
        }
    },
  );

  it.each(AGGREGATORS)('of a first layer that takes the %s of one-hot features', async (aggregator) => {
    await expectToAddUp([defaultLayer('sage', { aggregator })], crooked(IDENTITY));
  });

  it('of messages that know what the graph tells of their edges', async () => {
    const graph = crooked();
    const numRows = graph.edgeIndex.source.length;
    const edgeFeatures = { numRows, numCols: 3, values: noise(3 * numRows, 8) };
    for (const summary of SUMMARIES)
      await expectToAddUp([defaultLayer('mpnn', { summary }), defaultLayer('mpnn')], {
        ...graph,
        edgeFeatures,
      });
  });

  it('of a graph with self-loops: where a node hears itself anyway they are what it sends itself', async () => {
    const graph = looped();
    for (const { id } of LAYERS) await expectToAddUp([defaultLayer(id), defaultLayer(id)], graph);
    for (const aggregator of AGGREGATORS) await expectToAddUp([defaultLayer('sage', { aggregator })], graph);
    for (const summary of SUMMARIES) await expectToAddUp([defaultLayer('mpnn', { summary })], graph);
    await expectToAddUp([defaultLayer('gin', { learnEpsilon: true })], graph);
    const loop = graph.edgeIndex.source.findIndex((from, e) => from === 3 && graph.edgeIndex.target[e] === 3);
    const fromItself = async (id: LayerKind) => {
      const trace = (await bothOf([defaultLayer(id)], graph)).explainer.trace(0, 3);
      const messages = trace.rule === 'sum' || trace.rule === 'attention' ? trace.messages : [];
      return messages.filter(({ from }) => from === 3).map(({ edge }) => edge);
    };
    expect(await fromItself('gcn')).toEqual([-1]);
    expect(await fromItself('gat')).toEqual([-1]);
    expect(await fromItself('sage')).toEqual([loop, -1]);
    expect(await fromItself('gin')).toEqual([loop, -1]);
  });

  it('of a graph without any edge', async () => {
    const edgeIndex = { source: new Int32Array(0), target: new Int32Array(0) };
    for (const { id } of LAYERS)
      await expectToAddUp([defaultLayer(id)], { ...crooked(), edgeIndex, edgeWeight: null });
  });

  it('of stacks in which every kind of layer follows every other', async () => {
    const kinds = LAYERS.map(({ id }) => id);
    for (const first of kinds)
      for (const second of kinds) {
        const stack = [first, second, 'gcn' as const].map((kind) => defaultLayer(kind, { width: 8 }));
        await expectToAddUp(stack, crooked());
      }
  });

  it('of a model that has been trained on features divided by their sum', async () => {
    const graph = wordyKarate();
    for (const { id } of LAYERS)
      await expectToAddUp([defaultLayer(id), defaultLayer(id, { activation: 'none' })], graph, 10, true);
  });
});

describe('the explainer', () => {
  it('says what is wrong with a layer, a node or weights', async () => {
    const graph = crooked();
    const layers = [defaultLayer('gcn'), defaultLayer('gcn', { width: 4 })];
    const { explainer } = await bothOf(layers, graph);
    expect(() => explainer.trace(2, 0)).toThrow('expected a layer from 0 to 1, got 2');
    expect(() => explainer.output(0, 12)).toThrow('expected a node from 0 to 11, got 12');
    const weights = new Float32Array(5);
    expect(() => createExplainer({ layers, graph, features: SPARSE, weights })).toThrow(
      'expected 176 weights, got 5',
    );
  });

  it('hands over the parameters of a layer by role', async () => {
    const { explainer } = await bothOf([defaultLayer('sage', { width: 3 }), defaultLayer('gcn')], crooked());
    expect(explainer.parameters(0).map(({ role, matrix }) => [role, matrix.numRows, matrix.numCols])).toEqual(
      [
        ['self weight', 7, 3],
        ['neighbour weight', 7, 3],
        ['bias', 1, 3],
      ],
    );
  });

  it('goes by the weights that it was given, whatever becomes of them', async () => {
    const layers = [defaultLayer('gcn', { width: 4 })];
    const weights = noise(28, 1);
    const explainer = createExplainer({ layers, graph: crooked(), features: SPARSE, weights });
    const before = createExplainer({ layers, graph: crooked(), features: SPARSE, weights }).output(0, 1);
    weights.fill(0);
    expect(explainer.output(0, 1)).toEqual(before);
    expect(before.some((value) => value !== 0)).toBe(true);
  });
});
