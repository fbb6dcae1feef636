/** The published accuracy, reached in a real Chromium: Cora on the public split, and Karate Club's known answers. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../../src/compute/backend';
import { createTrainer } from '../../../src/compute/train/trainer';
import { karate } from '../../../src/data/generators/karate';
import type { GraphData } from '../../../src/data/graph/graphData';
import type { RunSpec } from '../../../src/data/run/runSpec';
import type { BackendName } from '../../../src/data/run/backend';
import { byPart, type ByPart } from '../../../src/data/run/records';
import { kipfTraining, layer, plainTraining, runOf } from '../../compute/specs/runs';
import { coraMissing, coraOrNull } from './cora';

const EPOCHS = 200;
const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** A software GPU takes a tenth of a second and more for an epoch. */
const WEBGPU_TIMEOUT_MS = 240_000;

const cora = await coraOrNull();

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

async function train(run: RunSpec, graph: GraphData): Promise<ByPart> {
  const trainer = createTrainer(run, graph);
  while (trainer.epoch < EPOCHS) trainer.step();
  const { record } = await trainer.evaluate();
  trainer.dispose();
  return byPart(record, 'accuracy');
}

const start = async (name: BackendName) =>
  expect((await startBackend(name, { secure: true })).name).toBe(name);

const testAccuracy = async (seed: number): Promise<number> =>
  cora ? ((await train(runOf(kipfTraining, undefined, seed), cora)).test ?? 0) : 0;

describe.skipIf(cora === null)(`Cora, public split${coraMissing(cora)}`, () => {
  it('reaches 0.80 on the test nodes on average, on wasm', async () => {
    await start('wasm');
    const reached: number[] = [];
    for (const seed of SEEDS) reached.push(await testAccuracy(seed));
    expect(mean(reached)).toBeGreaterThanOrEqual(0.8);
    expect(Math.min(...reached)).toBeGreaterThan(0.77);
  });

  it('comes within 0.01 of wasm on webgpu', { timeout: WEBGPU_TIMEOUT_MS }, async () => {
    await start('wasm');
    const onWasm = await testAccuracy(0);
    await start('webgpu');
    expect(Math.abs((await testAccuracy(0)) - onWasm)).toBeLessThanOrEqual(0.01);
  });
});

const right = async (labelling: string, seed: number): Promise<number> =>
  Math.round(
    34 * (await train(runOf(plainTraining, [layer(16), layer(2, 'none')], seed), karate(labelling))).all!,
  );

describe('Karate Club', () => {
  beforeAll(() => start('wasm'));

  it.each(SEEDS)('puts 33 or 34 members in their faction from two labels, with seed %i', async (seed) => {
    expect(await right('factions', seed)).toBeGreaterThanOrEqual(33);
  });

  it('puts 29.5 or more in their community from four labels, on average', async () => {
    const counts: number[] = [];
    for (const seed of SEEDS) counts.push(await right('modularity', seed));
    expect(mean(counts)).toBeGreaterThanOrEqual(29.5);
  });
});
