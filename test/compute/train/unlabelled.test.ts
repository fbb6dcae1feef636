import { describe, expect, it } from 'vitest';
import { openTrainer } from '../../../src/compute/train/openTrainer';
import { karate } from '../../../src/data/generators/karate';
import type { GraphData } from '../../../src/data/graph/graphData';
import { defaultRun } from '../../../src/data/run/defaults';
import { learnsFromLabels, MODELS } from '../../../src/data/run/models';

const labelled = karate(null);
const nobody = new Int32Array();
const unlabelled: GraphData = {
  ...labelled,
  labelling: {
    ...labelled.labelling,
    classNames: [],
    y: new Int32Array(labelled.numNodes).fill(-1),
    split: { train: nobody, val: null, test: null },
  },
};

const data = { id: 'karate', labelling: null };
const isFree = (model: (typeof MODELS)[number]) => !learnsFromLabels(model);

describe('a graph without labels', () => {
  it.each(MODELS.filter(isFree).map((model) => [model.name, model] as const))(
    'is learned by %s as if it had some: the same embedding, and nothing is predicted',
    async (_name, model) => {
      const run = defaultRun(data, 1, model);
      const trainer = await openTrainer(run, unlabelled, null);
      const other = await openTrainer(run, labelled, null);
      trainer.step();
      other.step();
      expect(trainer.layers.map(({ id }) => id)).toEqual(['x', 'h1']);
      expect(await trainer.activations('h1')).toEqual(await other.activations('h1'));
      const { record, frame } = await trainer.evaluate();
      expect(record.loss).toBe((await other.evaluate()).record.loss);
      expect(record.scores).toEqual({ train: null, val: null, test: null, all: null });
      expect(frame.output.values).toHaveLength(0);
      const again = await openTrainer(run, unlabelled, await trainer.keyframe());
      expect(await again.activations('h1')).toEqual(await trainer.activations('h1'));
    },
  );

  it.each(MODELS.filter((model) => !isFree(model)).map((model) => [model.name, model] as const))(
    'is refused by %s, which says what it misses',
    async (name, model) => {
      await expect(openTrainer(defaultRun(data, 1, model), unlabelled, null)).rejects.toThrow(
        `${name} learns from labels: expected a graph with classes, got one without. Open the file again and choose a label column`,
      );
    },
  );
});
