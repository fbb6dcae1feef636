/** Open in Python, run for real: with the weights of the playground a script has the playground's logits. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { karate } from '../../../src/data/generators/karate';
import type { GraphData } from '../../../src/data/graph/graphData';
import { NO_EDITS, type GraphEdits } from '../../../src/data/run/edits';
import { defaultRun } from '../../../src/data/run/defaults';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import type { LayerSpec } from '../../../src/data/run/layers/layers';
import { MODELS } from '../../../src/data/run/models';
import type { RunSpec } from '../../../src/data/run/runSpec';
import { wordyKarate } from '../../compute/specs/runs';
import { downloadedFiles, titleOf as titleOfSet } from '../downloaded';
import { planetoid } from './planetoid';
import { asTheyAre, hasTorch, largestDifference, runScripts, titleOf, type Job, type Ran } from './python';
import { directed, loopedClub } from './graphs';
import { trained, type Trained } from './trained';

beforeAll(startCpu);

const KARATE = { id: 'karate', labelling: 'modularity' } as const;

const stack = (...layers: LayerSpec[]): RunSpec => ({
  ...defaultRun(KARATE, 5),
  model: { id: 'gcn', layers, method: null },
});

const EDITS: GraphEdits = {
  ...NO_EDITS,
  addedNodes: [{ x: 0, y: 0 }],
  removedNodes: [11],
  addedEdges: [[2, 34]],
  removedEdges: [[0, 1]],
  labels: [
    [5, 2],
    [8, null],
    [34, 1],
  ],
};

interface Case {
  readonly title: string;
  readonly run: RunSpec;
  readonly graph: GraphData;
  readonly epochs: number;
  readonly raw?: Job['raw'];
}

const onKarate = MODELS.map((model): Case => ({
  title: `${model.name} on Karate Club`,
  run: defaultRun(KARATE, 3, model),
  graph: karate('modularity'),
  epochs: 10,
}));

const last = (kind: LayerSpec['kind'] = 'gcn') => defaultLayer(kind, { activation: 'none' });
const common = { width: 12, activation: 'tanh', bias: true, residual: true } as const;

const settings: readonly Case[] = [
  ...(['layer', 'batch'] as const).map((norm): Case => ({
    title: `bias, ${norm} norm, tanh and residuals, wide and narrow`,
    run: stack(
      defaultLayer('gcn', { ...common, norm }),
      defaultLayer('sgc', { ...common, norm, hops: 3 }),
      last(),
    ),
    graph: wordyKarate(),
    epochs: 5,
  })),
  ...(['mean', 'sum', 'max', 'pool'] as const).map((aggregator): Case => ({
    title: `GraphSAGE with ${aggregator}, in unit length`,
    run: stack(defaultLayer('sage', { aggregator, unitLength: true }), defaultLayer('sage', { aggregator })),
    graph: wordyKarate(),
    epochs: 5,
  })),
  ...(['v1', 'v2'] as const).flatMap((attention) =>
    (['concatenate', 'average'] as const).map((combine): Case => ({
      title: `attention ${attention}, heads in ${combine}`,
      run: stack(
        defaultLayer('gat', { attention, combine, heads: 4, width: 16, slope: 0.1 }),
        defaultLayer('gat', { attention, heads: 2, activation: 'none', bias: false }),
      ),
      graph: wordyKarate(),
      epochs: 5,
    })),
  ),
  ...[true, false].map((learnEpsilon): Case => ({
    title: `GIN ${learnEpsilon ? 'with' : 'without'} a learned epsilon`,
    run: stack(
      defaultLayer('gin', { learnEpsilon, inner: 9 }),
      defaultLayer('gin', { bias: false, activation: 'none' }),
    ),
    graph: karate('modularity'),
    epochs: 5,
  })),
  ...(['gcn', 'sgc', 'appnp', 'sage', 'gin', 'gat', 'ggnn', 'mpnn'] as const).map((kind): Case => ({
    title: `${kind} on a directed graph with weights, an isolated node and dense features`,
    run: stack(
      defaultLayer(kind, { width: 8, activation: 'elu', bias: true }),
      defaultLayer(kind, { activation: 'none', bias: true }),
    ),
    graph: directed(false),
    epochs: 5,
  })),
  ...MODELS.flatMap((model) =>
    [true, false].map((isWeighted): Case => ({
      title: `${model.name} on a graph with self-loops, ${isWeighted ? 'weighted' : 'without weights'}`,
      run: defaultRun(KARATE, 3, model),
      graph: loopedClub(isWeighted),
      epochs: 5,
    })),
  ),
  ...(['mean', 'sum', 'max'] as const).map((summary): Case => ({
    title: `MPNN with ${summary} and features of edges`,
    run: stack(defaultLayer('mpnn', { summary, width: 6 }), last('mpnn')),
    graph: directed(true),
    epochs: 5,
  })),
  {
    title: 'a graph with nodes, edges and labels given and taken by hand',
    run: { ...stack(defaultLayer('gcn'), last()), edits: EDITS },
    graph: karate('modularity'),
    epochs: 10,
  },
  {
    title: 'label propagation that spreads on a directed graph with weights',
    run: {
      ...stack(),
      model: {
        id: 'labelPropagation',
        layers: [],
        method: { kind: 'labelPropagation', form: 'spreading', alpha: 0.7 },
      },
    },
    graph: directed(false),
    epochs: 12,
  },
];

/** Sets whose files are on this machine, with the models that are tried on them. */
const ON_FILES = [
  { id: 'cora', name: 'Cora', models: ['gcn', 'gat', 'sage', 'gin'] },
  { id: 'citeseer', name: 'CiteSeer', models: ['gcn'] },
] as const;

const onFiles = ON_FILES.flatMap(({ id, name, models }) => {
  const [files, graph] = [downloadedFiles(id), planetoid(id, name)];
  if (!files || !graph) return [];
  return models.map((modelId): Case => {
    const model = MODELS.find((each) => each.id === modelId)!;
    return {
      title: `${model.name} on ${name}`,
      run: defaultRun({ id, labelling: null }, 1, model),
      graph,
      epochs: 2,
      raw: { name, files },
    };
  });
});

/** Methods are judged by a logistic regression, which both sides solve to a tolerance. */
const toleranceOf = ({ model }: RunSpec): number =>
  model.method && model.method.kind !== 'labelPropagation' ? 1e-3 : 1e-4;

/** What is not in a file of weights is computed again: label propagation has no other state than its epochs. */
function jobOf({ run, project }: Trained, { epochs, raw }: Case): Job {
  const options = asTheyAre(project).map((option) =>
    run.model.method?.kind === 'labelPropagation' && option === '0' ? String(epochs) : option,
  );
  return { project, options, ...(raw ? { raw } : {}) };
}

/** All of them in one Python; each is then looked at in a test of its own. */
function comparing(title: string, cases: readonly Case[], shapeOf: (graph: GraphData) => number) {
  describe(title, () => {
    const here: Trained[] = [];
    let there: readonly Ran[] = [];
    beforeAll(async () => {
      if (!hasTorch) return;
      for (const { run, graph, epochs } of cases) here.push(await trained(run, graph, epochs));
      there = await runScripts(here.map((each, index) => jobOf(each, cases[index]!)));
    }, 300_000);

    it.skipIf(!hasTorch).each(cases.map((each, index) => ({ ...each, index })))(
      titleOf('$title'),
      ({ run, index, graph }) => {
        const { logits } = here[index]!;
        expect(logits.length).toBeGreaterThanOrEqual(shapeOf(graph));
        expect(Math.max(...logits)).toBeGreaterThan(Math.min(...logits));
        expect(largestDifference(there[index]!.logits, logits)).toBeLessThan(toleranceOf(run));
      },
    );
  });
}

const rowsTimesClasses = ({ numNodes, labelling }: GraphData): number =>
  numNodes * labelling.classNames.length;

comparing('the logits of a script with our weights are ours', [...onKarate, ...settings], rowsTimesClasses);
if (onFiles.length > 0)
  comparing('the logits of a script on the real files with our weights are ours', onFiles, rowsTimesClasses);
else it.skip(titleOfSet('the logits of a script on Cora with our weights are ours', null), () => {});
