/** A task more takes its own files and a line in each of the two lists: everything else goes by its descriptor. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { openTrainer } from '../../../src/compute/train/openTrainer';
import { writeFile } from '../../../src/data/export/write';
import type { RunFacts } from '../../../src/data/export/facts';
import { karate } from '../../../src/data/generators/karate';
import { defaultRun } from '../../../src/data/run/defaults';
import { MODELS, mustTrainOn } from '../../../src/data/run/models';
import { scoreOf, type EpochRecord, type Keyframe } from '../../../src/data/run/records';
import { canonical, type RunSpec } from '../../../src/data/run/runSpec';
import { validateRunSpec, validateTask } from '../../../src/data/run/validate';
import { scoreCurves } from '../../../src/ui/charts/curves';
import { formatAddress } from '../../../src/ui/state/address/format';
import { parseAddress } from '../../../src/ui/state/address/parse';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { headlineText } from '../../../src/ui/texts/scores';
import { bestByValidation } from '../../../src/ui/views/runs/runFacts';
import { LARGEST } from './toy/descriptor';

vi.mock('../../../src/data/run/tasks/list', async (original) => {
  const { TASKS } = await original<typeof import('../../../src/data/run/tasks/list')>();
  return { TASKS: [...TASKS, (await import('./toy/descriptor')).TOY] };
});
vi.mock('../../../src/compute/tasks/list', async (original) => {
  const { TASK_CODE } = await original<typeof import('../../../src/compute/tasks/list')>();
  return { TASK_CODE: [...TASK_CODE, (await import('./toy/task')).toyTask] };
});
beforeAll(startCpu);

const club = karate(null);
const unlabelled = {
  ...club,
  labelling: {
    ...club.labelling,
    classNames: [],
    y: new Int32Array(34).fill(-1),
    split: { train: new Int32Array(0), val: null, test: null },
  },
};
const toyRun = (change: Partial<RunSpec['training']> = {}, id = 'gcn'): RunSpec => {
  const run = defaultRun(
    { id: 'karate', labelling: null },
    3,
    MODELS.find((model) => model.id === id),
  );
  return { ...run, task: validateTask('toy'), training: { ...run.training, ...change } };
};

async function trained(run: RunSpec, epochs: number, from: Keyframe | null = null, graph = club) {
  const trainer = await openTrainer(run, graph, from);
  const records: EpochRecord[] = [(await trainer.evaluate()).record];
  while (trainer.epoch < epochs) {
    trainer.step();
    records.push((await trainer.evaluate()).record);
  }
  const [keyframe, { frame }] = [await trainer.keyframe(), await trainer.evaluate()];
  const { layers } = trainer;
  trainer.dispose();
  return { records, keyframe, frame, layers };
}

describe('a toy task', () => {
  it.each([0, 8])('is learned in batches of %i, with what it learns beside the layers', async (batchSize) => {
    const { records, keyframe, frame, layers } = await trained(toyRun({ batchSize }), 20);
    expect(records.at(-1)!.loss).toBeLessThan(records[0]!.loss / 2);
    // The width of the last layer is the layer's own, not the number of classes.
    expect(layers.at(-1)).toMatchObject({ id: 'z', numCols: 16 });
    expect(keyframe.weights.at(-1)).not.toBe(1);
    expect(frame.output).toMatchObject({ unit: 'edge', rows: 156, columns: 1 });
    // Two parts, evaluated on two graphs.
    const last = records.at(-1)!;
    expect(scoreOf(last, 'test', 'largest')).not.toBe(scoreOf(last, 'val', 'largest'));
    const middle = await trained(toyRun({ batchSize }), 9);
    expect((await trained(toyRun({ batchSize }), 20, middle.keyframe)).keyframe).toEqual(keyframe);
  });

  it('leaves no tensor behind', async () => {
    const before = memory().numTensors;
    await trained(toyRun(), 3);
    await trained(toyRun({ batchSize: 8 }), 3);
    expect(memory().numTensors).toBe(before);
  });

  it('needs no labels, and is scored on a method’s own embedding', async () => {
    expect(() => mustTrainOn(toyRun(), 'it', { classes: 0, edges: 78 })).not.toThrow();
    await expect(trained(toyRun(), 2, null, unlabelled)).resolves.toBeDefined();
    const { layers, frame } = await trained(toyRun({}, 'factorisation'), 2, null, unlabelled);
    expect(layers.map(({ id }) => id)).toEqual(['x', 'h1']);
    expect(frame.output.values.every(Number.isFinite)).toBe(true);
  });

  it('goes through links as itself, with what is not its default', () => {
    const scene = { pending: null, epoch: 0, view: DEFAULT_VIEW, graph: null, results: null };
    for (const task of [validateTask('toy'), validateTask({ id: 'toy', goal: 2.5 })]) {
      const run = validateRunSpec({ ...toyRun(), task });
      const link = formatAddress({ ...scene, run });
      expect(link).toContain('task=toy');
      const { scene: opened, problems } = parseAddress(link);
      expect(problems).toEqual([]);
      expect(canonical(opened.run)).toBe(canonical(run));
    }
    expect(parseAddress('#data=karate&task=toy*goal.9').problems.join()).toContain('task.goal');
    const usual = defaultRun({ id: 'karate', labelling: null });
    expect(formatAddress({ ...scene, run: usual })).not.toContain('task');
  });

  it('is told in charts, texts and files by its own metrics', async () => {
    const { records, frame } = await trained(toyRun(), 4);
    expect(scoreCurves(records, LARGEST.id).map(({ label }) => label)).toEqual([
      'train',
      'validation',
      'test',
    ]);
    expect(headlineText(toyRun(), records.at(-1))).toMatch(/^test largest gap \d/);
    // Lower is better.
    const lowest = Math.min(...records.map((record) => scoreOf(record, 'val', 'largest')!));
    expect(scoreOf(bestByValidation(records, LARGEST)!, 'val', 'largest')).toBe(lowest);
    const facts = { run: toyRun(), epoch: 4, backend: 'cpu', records, probabilities: frame.output.values };
    const text = new TextDecoder().decode(writeFile('history.csv', facts as unknown as RunFacts));
    expect(text.split('\n')[0]).toBe(
      'epoch,loss,val_loss,train,val,test,all,train_mean,val_mean,test_mean,all_mean,step_ms',
    );
  });
});
