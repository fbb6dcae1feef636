import { describe, expect, it } from 'vitest';
import { createNode2Vec } from '../../../src/compute/embed/node2vec';
import { readPlanetoid } from '../../../src/data/formats/planetoid/readPlanetoid';
import { withDefaults } from '../../../src/data/run/layers/defaults';
import { NODE2VEC } from '../../../src/data/run/methods/node2vec';
import { downloadedFiles, titleOf } from '../../data/downloaded';
import { club, kernels, runOf, SMALL, train, valuesOf } from './shallowRuns';
import { scoreOf } from '../../../src/data/run/records';

const create = (seed = 1, training = {}, from = null) =>
  createNode2Vec(runOf(seed, training), SMALL, club, kernels, from);

describe('Node2Vec', () => {
  it('starts where no pair is any likelier than another: twice log 2', async () => {
    expect((await train(create(), 0)).record.loss).toBeCloseTo(2 * Math.log(2), 2);
  });

  it('depends on the seed', async () => {
    expect((await train(create(2), 2)).frame).not.toEqual((await train(create(1), 2)).frame);
  });

  it('lowers its loss and puts neighbours closer than strangers', async () => {
    const trainer = create(1, { learningRate: 0.05 });
    const before = await train(trainer, 0);
    const after = await train(trainer, 30);
    expect(after.record.loss).toBeLessThan(before.record.loss - 0.1);
    const z = await valuesOf(trainer, 'h1');
    const dot = (a: number, b: number) => {
      let sum = 0;
      for (let c = 0; c < 8; c++) sum += z[a * 8 + c] * z[b * 8 + c];
      return sum;
    };
    const { source, target } = club.edgeIndex;
    const known = new Set(Array.from(source, (from, e) => from * 34 + target[e]));
    const [near, far] = [
      [0, 0],
      [0, 0],
    ];
    for (let a = 0; a < 34; a++)
      for (let b = 0; b < a; b++) {
        const mean = known.has(a * 34 + b) ? near : far;
        mean[0] += dot(a, b);
        mean[1] += 1;
      }
    expect(near[0] / near[1]).toBeGreaterThan(far[0] / far[1] + 0.5);
  });

  it('takes a change of the learning rate from the next epoch on, the one under way left as it is', async () => {
    const plain = create();
    const changed = create();
    plain.slice();
    changed.slice();
    changed.change({ learningRate: 0.2 });
    while (!plain.slice());
    while (!changed.slice());
    expect(await changed.keyframe()).toEqual(await plain.keyframe());
    plain.step();
    changed.step();
    expect(await changed.keyframe()).not.toEqual(await plain.keyframe());

    const replayed = createNode2Vec(
      { ...runOf(), timeline: [{ epoch: 1, change: { learningRate: 0.2 } }] },
      SMALL,
      club,
      kernels,
    );
    await train(replayed, 2);
    expect(await changed.keyframe()).toEqual(await replayed.keyframe());
  });

  it('says that a run has diverged', async () => {
    const { record } = await train(create(1, { learningRate: 1e30 }), 3);
    expect(record.loss).toBeNaN();
  });

  it('refuses settings that leave nothing to learn from', () => {
    expect(() => createNode2Vec(runOf(), { ...SMALL, context: 21 }, club, kernels)).toThrow(
      'node2vec: expected a context of 2 to 20 nodes',
    );
  });

  const files = downloadedFiles('cora');
  it.skipIf(!files)(titleOf('reads 66 to 74 % of Cora right after two epochs', files), async () => {
    const labelling = { id: 'public', name: 'topics' };
    const graph = readPlanetoid({ id: 'cora', name: 'Cora', labelling }, files ?? new Map());
    let total = 0;
    for (const seed of [1, 2]) {
      const trainer = createNode2Vec(runOf(seed), withDefaults(NODE2VEC), graph, kernels);
      total += scoreOf((await train(trainer, 2)).record, 'test', 'accuracy') ?? 0;
    }
    expect(total / 2).toBeGreaterThan(0.66);
    expect(total / 2).toBeLessThan(0.74);
  });
});
