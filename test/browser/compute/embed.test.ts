import { expect, it } from 'vitest';
import { compileKernels } from '../../../src/compute/embed/kernelModule';
import { createNode2Vec } from '../../../src/compute/embed/node2vec';
import { karate } from '../../../src/data/generators/karate';
import { defaultRun } from '../../../src/data/run/defaults';
import { withDefaults } from '../../../src/data/run/layers/defaults';
import { NODE2VEC } from '../../../src/data/run/methods/node2vec';
import { coraMissing, coraOrNull } from './cora';
import { scoreOf } from '../../../src/data/run/records';

const cora = await coraOrNull();

async function lossesOf(kernels: WebAssembly.Module | null): Promise<number[]> {
  const run = defaultRun({ id: 'karate', labelling: null }, 1);
  const trainer = createNode2Vec(run, withDefaults(NODE2VEC), karate(null), kernels);
  const losses: number[] = [];
  for (let epoch = 0; epoch < 5; epoch++) {
    trainer.step();
    losses.push((await trainer.evaluate()).record.loss);
  }
  return losses;
}

it('Node2Vec trains with the served kernels as it does in plain arrays', async () => {
  const kernels = await compileKernels();
  expect(kernels).not.toBeNull();
  const fast = await lossesOf(kernels);
  const plain = await lossesOf(null);
  plain.forEach((loss, epoch) => expect(Math.abs(fast[epoch] - loss)).toBeLessThan(1e-4 * loss));
});

it.skipIf(!cora)(`Node2Vec reads 66 to 74 % of Cora right${coraMissing(cora)}`, async () => {
  if (!cora) return;
  const run = defaultRun({ id: 'cora', labelling: null }, 1);
  const trainer = createNode2Vec(run, withDefaults(NODE2VEC), cora, await compileKernels());
  for (let epoch = 0; epoch < 5; epoch++) trainer.step();
  const { record } = await trainer.evaluate();
  expect(scoreOf(record, 'test', 'accuracy')).toBeGreaterThan(0.66);
  expect(scoreOf(record, 'test', 'accuracy')).toBeLessThan(0.74);
});
