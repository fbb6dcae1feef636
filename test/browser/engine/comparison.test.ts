/** Two runs on Karate Club in workers of their own: replayed, drawn in one frame, compared in the full space. */
import { expect, it } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import { defaultRun } from '../../../src/data/run/defaults';
import type { RunSpec } from '../../../src/data/run/runSpec';
import { openComparison, type RunAt } from '../../../src/engine/picture';

const graph = karate(null);
const run = defaultRun({ id: 'karate', labelling: null });
const at = (of: RunSpec, epoch: number): RunAt => ({ run: of, graph, from: null, records: [], epoch });
const look = { layer: 'h1', method: 'umap', seed: 0 } as const;

const spread = (a: Float32Array, b: Float32Array) =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0));

it('finds nothing moved between a run and itself, and something between two seeds', async () => {
  const same = openComparison([at(run, 30), at(run, 30)], { choice: 'wasm', secure: true });
  const other = openComparison([at(run, 30), at({ ...run, seed: 5 }, 45)], { choice: 'wasm', secure: true });
  try {
    // Karate Club has no features: its input has nothing to compare.
    expect((await same.layers).map(({ id }) => id)).toEqual(['h1', 'z']);
    const itself = await same.look(look);
    expect(itself.k).toBe(15);
    expect(Math.max(...itself.moved)).toBe(0);
    expect(spread(itself.first.positions, itself.second.positions)).toBeLessThan(1e-3);
    const two = await other.look(look);
    expect([two.first.frame.epoch, two.second.frame.epoch]).toEqual([30, 45]);
    expect(two.first.positions).toEqual(itself.first.positions);
    expect(Math.max(...two.moved)).toBeGreaterThan(0);
    expect(Math.max(...two.moved)).toBeLessThanOrEqual(1);
    // Another layer of the same two; the widths are those of the classes.
    expect((await other.look({ ...look, layer: 'z', method: 'axes' })).method).toBe('axes');
  } finally {
    same.close();
    other.close();
  }
});

it('says why there is nothing to compare, and ends what is under way when it is closed', async () => {
  const comparison = openComparison([at(run, 2), at(run, 2)], { choice: 'wasm', secure: true });
  await expect(comparison.look({ ...look, layer: 'x' })).rejects.toThrow(/Identity features/);
  const late = comparison.look(look);
  comparison.close();
  await expect(late).rejects.toThrow(/closed/);
});
