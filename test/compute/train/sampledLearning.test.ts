import { beforeAll, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { createTrainer } from '../../../src/compute/train/trainer';
import { citations } from '../../../src/data/generators/citations';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import { kipfTraining, runOf } from '../specs/runs';
import { scoreOf } from '../../../src/data/run/records';

beforeAll(startCpu);

const LAYERS = [
  defaultLayer('sage', { width: 16, fanOut: 10 }),
  defaultLayer('sage', { fanOut: 5, activation: 'none' }),
];

async function testAccuracy(batchSize: number, epochs: number): Promise<number> {
  const trainer = createTrainer(runOf({ ...kipfTraining, batchSize }, LAYERS), citations(0));
  while (trainer.epoch < epochs) trainer.step();
  const { record } = await trainer.evaluate();
  trainer.dispose();
  return scoreOf(record, 'test', 'accuracy') ?? 0;
}

it('learns the citation set in batches of sampled neighbours as well as on the whole graph', async () => {
  const whole = await testAccuracy(0, 40);
  expect(whole).toBeGreaterThan(0.55);
  expect(await testAccuracy(20, 16)).toBeGreaterThan(whole - 0.05);
});
