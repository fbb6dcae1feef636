/** What depth does to a GCN of eight layers on Cora: measured, as the page shows it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../../src/compute/backend';
import { smoothingOf, type Smoothing } from '../../../src/compute/depth/smoothing';
import { createTrainer } from '../../../src/compute/train/trainer';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import type { ParamValue } from '../../../src/data/run/params';
import { kipfTraining, runOf } from '../../compute/specs/runs';
import { coraMissing, coraOrNull } from './cora';
import { scoreOf } from '../../../src/data/run/records';

const cora = await coraOrNull();
const SEEDS = [0, 1, 2];
const DEPTH = 8;
const EPOCHS = 200;

interface End {
  readonly smoothing: Smoothing;
  readonly test: number;
}

async function trained(
  change: Readonly<Record<string, ParamValue>>,
  epochs: number,
  seed: number,
): Promise<End> {
  if (!cora) throw new Error('tests: expected Cora, got none.');
  const layers = Array.from({ length: DEPTH }, (_, i) =>
    defaultLayer('gcn', i < DEPTH - 1 ? change : { activation: 'none' }),
  );
  const run = runOf({ ...kipfTraining, inputDropout: 0, dropout: 0 }, layers, seed);
  const trainer = createTrainer(run, cora);
  while (trainer.epoch < epochs) trainer.step();
  const activations = await trainer.activations(`h${DEPTH - 1}`);
  const { record } = await trainer.evaluate();
  trainer.dispose();
  if (activations.kind !== 'dense') throw new Error('tests: expected a dense layer.');
  return {
    smoothing: smoothingOf(activations.matrix, cora.edgeIndex),
    test: scoreOf(record, 'test', 'accuracy') ?? 0,
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const over = async (change: Readonly<Record<string, ParamValue>>, epochs: number) => {
  const ends: End[] = [];
  for (const seed of SEEDS) ends.push(await trained(change, epochs, seed));
  return ends;
};

describe.skipIf(cora === null)(`a GCN of eight layers on Cora${coraMissing(cora)}`, () => {
  beforeAll(() => startBackend('wasm', { secure: true }));

  it('makes all nodes alike before it has learned anything', async () => {
    for (const { smoothing } of await over({}, 0)) expect(smoothing.cosine).toBeGreaterThan(0.85);
  });

  it('keeps four times the energy with layer norm; residuals raise accuracy, not energy', async () => {
    const [plain, normed, residual] = [
      await over({}, EPOCHS),
      await over({ norm: 'layer' }, EPOCHS),
      await over({ residual: true }, EPOCHS),
    ];
    const energy = (ends: readonly End[]) => mean(ends.map(({ smoothing }) => smoothing.energy));
    const test = (ends: readonly End[]) => mean(ends.map((end) => end.test));
    expect(energy(normed)).toBeGreaterThan(4 * energy(plain));
    expect(test(residual)).toBeGreaterThan(test(plain));
    expect(energy(residual)).toBeLessThan(2 * energy(plain));
  });
});
