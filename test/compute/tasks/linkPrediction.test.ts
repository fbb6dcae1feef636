/** Link prediction beside PyTorch and scikit-learn on a saved run, and ways in which a split gives away its answers. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { linkLoss } from '../../../src/compute/losses/linkLosses';
import { openTask } from '../../../src/compute/tasks/tasks';
import { openTrainer } from '../../../src/compute/train/openTrainer';
import { createTrainer } from '../../../src/compute/train/trainer';
import { citations } from '../../../src/data/generators/citations';
import { karate } from '../../../src/data/generators/karate';
import type { GraphData } from '../../../src/data/graph/graphData';
import { defaultRun } from '../../../src/data/run/defaults';
import { scoreOf } from '../../../src/data/run/records';
import type { RunSpec } from '../../../src/data/run/runSpec';
import { MODELS } from '../../../src/data/run/models';
import { LINK_PREDICTION } from '../../../src/data/run/tasks/linkPrediction';
import { validateTask } from '../../../src/data/run/validate';
import expected from '../../golden/linkRun.json';
import given from '../../golden/linkRun.given.json';
import { savedRun } from './savedRun';

const club = karate(null);
const papers = citations(3);

const linkRun = (task: object, data = 'synthetic', model = 'gcn'): RunSpec => {
  const run = defaultRun(
    { id: data, labelling: null },
    1,
    MODELS.find(({ id }) => id === model),
    validateTask({ id: 'linkPrediction', ...task }),
  );
  // Small layers: the plain backend trains them.
  const layers = run.model.layers.map((layer) => ({ ...layer, width: 16 }));
  return { ...run, model: { ...run.model, layers } };
};

async function testAuc(run: RunSpec, graph: GraphData, epochs: number): Promise<number> {
  const trainer = await openTrainer(run, graph, null);
  while (trainer.epoch < epochs) trainer.step();
  const { record } = await trainer.evaluate();
  trainer.dispose();
  return scoreOf(record, 'test', 'auc')!;
}

beforeAll(startCpu);

describe('a saved run', () => {
  it.each(['val', 'test'] as const)('has the scores of PyTorch and scikit-learn on %s', async (part) => {
    const weights = Float32Array.from(given.weights);
    const nothing = new Float32Array(weights.length);
    const trainer = createTrainer(savedRun, club, {
      epoch: given.epoch,
      weights,
      firstMoment: nothing,
      secondMoment: nothing,
    });
    const { heldOut } = trainer.task.pairs!;
    const rows = [...heldOut.part.keys()].filter((row) => heldOut.part[row] === part);
    const { positives, negatives } = given[part];
    expect(rows.map((row) => heldOut.source[row])).toEqual([...positives[0], ...negatives[0]]);
    expect(rows.map((row) => heldOut.target[row])).toEqual([...positives[1], ...negatives[1]]);
    const { record, frame } = await trainer.evaluate();
    const { scores, ...rest } = expected[part];
    rows.forEach((row, k) => expect(frame.output.values[row]).toBeCloseTo(scores[k], 5));
    const { hits50, ...told } = record.scores[part]!;
    for (const [id, value] of Object.entries(rest)) expect(told[id]).toBeCloseTo(value, 6);
    // There are not as many negatives.
    expect(hits50).toBeNull();
    trainer.dispose();
  });
});

describe('a split that gives away its answers', () => {
  it('moves the AUC of the test up, by test edges and by reverse edges', { timeout: 60_000 }, async () => {
    const honest = await testAuc(linkRun({}), papers, 40);
    expect(await testAuc(linkRun({ testEdges: true }), papers, 40)).toBeGreaterThan(honest + 0.01);
    expect(await testAuc(linkRun({ reverseEdges: true }), papers, 40)).toBeGreaterThan(honest + 0.01);
  });

  it('is harder with negatives that are near or have the same degrees', { timeout: 60_000 }, async () => {
    const easy = await testAuc(linkRun({}), papers, 40);
    expect(await testAuc(linkRun({ negatives: 'near' }), papers, 40)).toBeLessThan(easy - 0.01);
    expect(await testAuc(linkRun({ negatives: 'same degree' }), papers, 40)).not.toBe(easy);
  });
});

describe('what is learned from', () => {
  const degreeOf = ({ source, target }: { source: Int32Array; target: Int32Array }) =>
    new Set(Array.from(source, (from, e) => `${from}>${target[e]}`));

  it('walks on the edges that carry messages in training, and on no other', () => {
    const run = defaultRun(
      { id: 'karate', labelling: null },
      0,
      MODELS.find(({ id }) => id === 'node2vec'),
      validateTask('linkPrediction'),
    );
    const { messages, pairs } = openTask(run, club);
    const walked = degreeOf(messages.training.edgeIndex);
    const { source, target, isPositive } = pairs!.heldOut;
    expect(walked.size).toBe(
      club.edgeIndex.source.length - 2 * isPositive.reduce((sum, one) => sum + one, 0),
    );
    source.forEach((from, row) => {
      expect(walked.has(`${from}>${target[row]}`)).toBe(false);
      expect(walked.has(`${target[row]}>${from}`)).toBe(false);
    });
  });

  it('keeps supervision edges out of the messages where a share is disjoint', () => {
    const { messages, numExamples } = openTask(linkRun({ disjointShare: 0.5 }, 'karate'), club);
    // Of 78 pairs 68 are for training, half of them learned from.
    expect(numExamples).toBe(34);
    expect(messages.training.edgeIndex.source).toHaveLength(2 * 34);
    expect(messages.evaluation).toHaveLength(3);
  });

  it('leaves no tensor behind, on the whole graph and in batches', async () => {
    const before = memory().numTensors;
    for (const batchSize of [0, 16])
      for (const { id } of LINK_PREDICTION.losses) {
        const run = linkRun({ loss: id, decoder: 'mlp', disjointShare: 0.2 }, 'karate');
        await testAuc({ ...run, training: { ...run.training, batchSize } }, club, 2);
      }
    expect(memory().numTensors).toBe(before);
  });

  it('has fewer than 20 edges refused whole', () => {
    const few = { ...club, edgeIndex: { source: Int32Array.of(1, 0), target: Int32Array.of(0, 1) } };
    expect(() => openTask(linkRun({}, 'karate'), few)).toThrow('at least 20 edges');
  });
});

describe('the loss that is told', () => {
  it.each(LINK_PREDICTION.losses.map(({ id }) => id))('is the one that is trained: %s', async (loss) => {
    const run = linkRun({ loss, decoder: 'dot' }, 'karate');
    const trainer = createTrainer(run, club);
    const { record } = await trainer.evaluate();
    trainer.step();
    const { record: next } = await trainer.evaluate();
    // The examples of epoch 1 are others than those that epoch 0 is told on, of the same kind.
    expect(Math.abs(next.loss - record.loss)).toBeLessThan(0.2);
    expect(linkLoss(loss).isOfPartners).toBe(['hinge', 'logistic', 'triplet'].includes(loss));
    trainer.dispose();
  });
});
