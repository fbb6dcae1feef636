/**
 * Open in Python, trained: from the same first weights and without dropout a script takes the same steps, so that every
 * part of a recipe shows in the logits after some epochs.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { stopsEarly } from '../../../src/compute/train/earlyStopping';
import { createTrainer } from '../../../src/compute/train/trainer';
import { citations } from '../../../src/data/generators/citations';
import { karate } from '../../../src/data/generators/karate';
import type { GraphData } from '../../../src/data/graph/graphData';
import { NO_EDITS } from '../../../src/data/run/edits';
import { defaultRun } from '../../../src/data/run/defaults';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import type { LayerSpec } from '../../../src/data/run/layers/layers';
import type { RunSpec } from '../../../src/data/run/runSpec';
import type { TrainSpec } from '../../../src/data/run/training';
import type { EpochRecord } from '../../../src/data/run/records';
import { wordyKarate } from '../../compute/specs/runs';
import {
  ENVIRONMENT,
  hasTorch,
  inFolder,
  largestDifference,
  logitsIn,
  PYTHON,
  runScripts,
  titleOf,
  type Ran,
} from './python';
import { trained, type Trained } from './trained';
import { headlineOf } from '../../../src/data/run/tasks/tasks';

beforeAll(startCpu);

const EPOCHS = 15;
const MOST_EPOCHS = 60;

const gcn = (change: Partial<LayerSpec> = {}) => defaultLayer('gcn', { bias: true, ...change });
const LAYERS = [gcn(), gcn({ activation: 'none' })];

function runWith(training: Partial<TrainSpec>, layers: readonly LayerSpec[] = LAYERS): RunSpec {
  const run = defaultRun({ id: 'karate', labelling: 'modularity' }, 2);
  return {
    ...run,
    model: { id: 'gcn', layers, method: null },
    training: {
      ...run.training,
      inputDropout: 0,
      dropout: 0,
      weightDecay: 0.05,
      learningRate: 0.02,
      ...training,
    },
  };
}

interface Case {
  readonly title: string;
  readonly run: RunSpec;
  readonly graph?: GraphData;
}

const CASES: readonly Case[] = [
  { title: 'Adam, decay on the first layer', run: runWith({}) },
  { title: 'Adam, decay on all layers', run: runWith({ decayOn: 'all layers' }) },
  { title: 'AdamW', run: runWith({ optimiser: 'adamw', decayOn: 'all layers' }) },
  { title: 'SGD with momentum', run: runWith({ optimiser: 'sgd', momentum: 0.8, learningRate: 0.1 }) },
  {
    title: 'features as they are',
    run: runWith({ normaliseFeatures: false }),
    graph: wordyKarate(),
  },
  {
    title: 'features divided by their sums',
    run: runWith({ normaliseFeatures: true }),
    graph: wordyKarate(),
  },
  {
    title: 'layers with a rate and a decay of their own, and a frozen one',
    run: runWith({}, [
      gcn({ learningRate: 0 }),
      gcn({ weightDecay: 0.3, norm: 'layer' }),
      gcn({ learningRate: 0.1, activation: 'none' }),
    ]),
  },
  {
    title: 'settings moved in mid-run',
    run: {
      ...runWith({}, [gcn({ learningRate: 0.01 }), gcn({ weightDecay: 0.2 }), gcn({ activation: 'none' })]),
      timeline: [
        { epoch: 0, change: { weightDecay: 0.2 } },
        { epoch: 5, change: { learningRate: 0.1 } },
        { epoch: 9, change: { weightDecay: 0.01, learningRate: 0.05 } },
      ],
    },
  },
  {
    title: 'labels given and taken by hand',
    run: {
      ...runWith({}),
      edits: {
        ...NO_EDITS,
        labels: [
          [3, 0],
          [8, null],
          [20, 3],
        ],
      },
    },
  },
  {
    title: 'batches that hear everybody',
    run: runWith({ batchSize: 50 }, [gcn(), defaultLayer('sage', { fanOut: 0, activation: 'none' })]),
  },
];

/** Our logits after the run's own steps. */
async function taught(run: RunSpec, graph: GraphData): Promise<Float32Array> {
  return (await trained(run, graph, EPOCHS)).logits;
}

const weightsOption = ({ project }: Trained): readonly string[] => [
  '--weights',
  project.files.find(({ name }) => name.endsWith('.safetensors'))!.name,
];

describe('a script takes the steps of the run', () => {
  const ours: Float32Array[] = [];
  const firsts: Trained[] = [];
  let theirs: readonly Ran[] = [];
  beforeAll(async () => {
    if (!hasTorch) return;
    for (const { run, graph = karate('modularity') } of CASES) {
      firsts.push(await trained(run, graph, 0));
      ours.push(await taught(run, graph));
    }
    theirs = await runScripts(
      firsts.map((first) => ({
        project: first.project,
        options: [...weightsOption(first), '--epochs', String(EPOCHS), '--logits', 'logits.npy'],
      })),
    );
  }, 300_000);

  it.skipIf(!hasTorch).each(CASES.map(({ title }, index) => ({ title, index })))(
    titleOf('$title'),
    ({ index }) => {
      expect(largestDifference(firsts[index]!.logits, ours[index]!)).toBeGreaterThan(0.05);
      expect(largestDifference(theirs[index]!.logits, ours[index]!)).toBeLessThan(1e-3);
    },
  );
});

describe('a script stops where the run does', () => {
  const rules = [
    { rule: 'rising loss', patience: 4, learningRate: 0.1 },
    { rule: 'no better', patience: 3, learningRate: 0.5 },
  ] as const;
  const graph = citations(0);
  const lengths: number[] = [];
  let theirs: readonly Ran[] = [];
  beforeAll(async () => {
    if (!hasTorch) return;
    const firsts: Trained[] = [];
    for (const { rule, ...settings } of rules) {
      const run: RunSpec = {
        ...runWith({ ...settings, earlyStopping: rule, weightDecay: 0, epochs: MOST_EPOCHS }),
        data: { id: 'synthetic', labelling: null },
      };
      firsts.push(await trained(run, graph, 0));
      const trainer = createTrainer(run, graph);
      const records: EpochRecord[] = [];
      while (trainer.epoch < MOST_EPOCHS && !stopsEarly(run.training, records, headlineOf(run))) {
        trainer.step();
        records.push((await trainer.evaluate()).record);
      }
      trainer.dispose();
      lengths.push(records.length);
    }
    theirs = await runScripts(
      firsts.map((first) => ({ project: first.project, options: weightsOption(first) })),
    );
  }, 300_000);

  it.skipIf(!hasTorch).each(rules.map(({ rule }, index) => ({ rule, index })))(
    titleOf('by the rule of $rule'),
    ({ index }) => {
      expect(lengths[index]).toBeLessThan(MOST_EPOCHS);
      expect(theirs[index]!.output).toContain(`stopped after epoch ${lengths[index]}\n`);
    },
  );
});

describe('in two processes', () => {
  it.skipIf(!hasTorch)(
    titleOf('a script started by torchrun takes the steps of the run, each process with half of the nodes'),
    async () => {
      const run = runWith({});
      const first = await trained(run, karate('modularity'), 0);
      const wanted = await taught(run, karate('modularity'));
      await inFolder(async (folder) => {
        const { name, script, files } = first.project;
        writeFileSync(join(folder, name), script);
        for (const file of files) writeFileSync(join(folder, file.name), file.bytes);
        const launcher = ['-m', 'torch.distributed.run', '--standalone', '--nproc_per_node=2', name];
        const options = [...weightsOption(first), '--epochs', String(EPOCHS), '--logits', 'logits.npy'];
        await promisify(execFile)(PYTHON, [...launcher, '--distributed', '--device', 'cpu', ...options], {
          cwd: folder,
          env: ENVIRONMENT,
        });
        expect(largestDifference(logitsIn(folder), wanted)).toBeLessThan(1e-3);
      });
    },
    180_000,
  );
});
