import { expect, it } from 'vitest';
import { citations } from '../../../src/data/generators/citations';
import { layOut } from '../../../src/engine/sources';

const graph = citations(1);

it('lays a graph out in a worker, tells where the nodes are on the way, and stops by itself', async () => {
  const pictures: Float32Array[] = [];
  const positions = await layOut(graph, 0, (picture) => pictures.push(picture)).result;
  expect(positions).toHaveLength(2 * graph.numNodes);
  expect(positions.every((value) => Math.abs(value) <= 1)).toBe(true);
  expect(pictures.length).toBeGreaterThan(3);
  const { source, target } = graph.edgeIndex;
  const distance = (a: number, b: number) =>
    Math.hypot(positions[2 * a]! - positions[2 * b]!, positions[2 * a + 1]! - positions[2 * b + 1]!);
  const mean = (pairs: readonly (readonly [number, number])[]) =>
    pairs.reduce((sum, [a, b]) => sum + distance(a, b), 0) / pairs.length;
  const edges = Array.from(source, (a, e) => [a, target[e]!] as const);
  const others = Array.from(source, (a, e) => [a, target[(e * 7919) % target.length]!] as const);
  expect(mean(edges)).toBeLessThan(mean(others) / 2);
});

it('leaves off when it is cancelled', async () => {
  let pictures = 0;
  const job = layOut(graph, 0, () => {
    pictures++;
    job.cancel();
  });
  await expect(job.result).rejects.toThrow('cancelled');
  const before = pictures;
  // As long as another one takes to lay all of it out.
  await layOut(graph, 0, () => {}).result;
  expect(pictures).toBe(before);
});
