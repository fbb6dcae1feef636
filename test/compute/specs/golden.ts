import { describe, expect, it } from 'vitest';
import { createTrainer } from '../../../src/compute/train/trainer';
import { karate } from '../../../src/data/generators/karate';
import type { Features, GraphData } from '../../../src/data/graph/graphData';
import type { LayerSpec } from '../../../src/data/run/layers/layers';
import { ACTIVATIONS } from '../../../src/data/run/params';
import golden from '../../golden/gcnKarateStep.json';
import { layer, runOf } from './runs';
import { expectClose } from './support';

type Case = (typeof golden.cases)[number];

/** Agreement that is asked for with PyTorch Geometric. */
const AGREEMENT = 1e-4;

function sparseFeatures({ numCols, dense }: { numCols: number; dense: readonly number[] }): Features {
  const numRows = dense.length / numCols;
  const rowPtr = new Int32Array(numRows + 1);
  const entries: number[] = [];
  dense.forEach((value, i) => {
    if (value !== 0) entries.push(i);
    rowPtr[Math.floor(i / numCols) + 1] = entries.length;
  });
  return {
    kind: 'sparse',
    matrix: {
      numRows,
      numCols,
      rowPtr,
      colIndex: Int32Array.from(entries, (i) => i % numCols),
      values: Float32Array.from(entries, (i) => dense[i]),
    },
  };
}

function graphOf({ features }: Case): GraphData {
  const graph = karate('modularity');
  return features ? { ...graph, features: sparseFeatures(features) } : graph;
}

function layersOf({ hidden, activation, bias }: Case): LayerSpec[] {
  const named = ACTIVATIONS.find((each) => each === activation) ?? 'none';
  return [...hidden.map((width) => layer(width, named, bias)), layer(4, 'none', bias)];
}

/** The case's model, at the weights that PyTorch Geometric started from. */
function trainerOf(given: Case) {
  const size = given.initial.length;
  return createTrainer(
    runOf({ learningRate: golden.learningRate, weightDecay: given.weightDecay }, layersOf(given)),
    graphOf(given),
    {
      epoch: 0,
      weights: Float32Array.from(given.initial),
      firstMoment: new Float32Array(size),
      secondMoment: new Float32Array(size),
    },
  );
}

const NAMED = golden.cases.map((given): [string, Case] => [given.name, given]);

export function goldenSpec(): void {
  describe.each(NAMED)('PyTorch Geometric agrees on a GCN step on Karate, %s:', (_name, given) => {
    it('in the logits', async () => {
      const trainer = trainerOf(given);
      const logits = await trainer.activations('z');
      if (logits.kind !== 'dense') return expect.fail('expected dense logits');
      expectClose(logits.matrix.values, given.logits, AGREEMENT);
      trainer.dispose();
    });

    it('in the loss', async () => {
      const trainer = trainerOf(given);
      trainer.step();
      expectClose([(await trainer.evaluate()).record.loss], [given.loss], AGREEMENT);
      trainer.dispose();
    });

    it('in every gradient', async () => {
      const trainer = trainerOf(given);
      trainer.step();
      const { firstMoment } = await trainer.keyframe();
      // After one step Adam's first moment is a tenth of the gradient, with the L2 term in it.
      const firstWeight = given.hidden[0] * (given.features?.numCols ?? 34);
      const gradient = firstMoment.map(
        (m, i) => m / 0.1 - (i < firstWeight ? given.weightDecay * given.initial[i] : 0),
      );
      expectClose(gradient, given.gradient, AGREEMENT);
      trainer.dispose();
    });

    it('in the weights after one step, and after more', async () => {
      const trainer = trainerOf(given);
      trainer.step();
      expectClose((await trainer.keyframe()).weights, given.weightsAfterStep, AGREEMENT);
      while (trainer.epoch < given.steps) trainer.step();
      expectClose((await trainer.keyframe()).weights, given.weightsAfterSteps, AGREEMENT);
      expectClose([(await trainer.evaluate()).record.loss], [given.lossOfLastStep], AGREEMENT);
      trainer.dispose();
    });
  });
}
