/** Against torch_geometric.utils.total_influence: test/golden/influence.py. */
import { memory } from '@tensorflow/tfjs-core';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { createInfluence, hopsTo, receptiveBreadth } from '../../../src/compute/depth/influence';
import { karate } from '../../../src/data/generators/karate';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import { runOf } from '../specs/runs';

interface Golden {
  readonly weights: readonly number[];
  readonly influence: readonly (readonly number[])[];
  readonly breadth: number;
}

const golden: Golden = JSON.parse(readFileSync('test/golden/influence.json', 'utf8'));
const graph = karate(null);
const layers = ['tanh', 'tanh', 'none'].map((activation) =>
  defaultLayer('gcn', { width: 6, activation, bias: false }),
);

beforeAll(startCpu);

describe('influence', () => {
  it('is by hop what PyTorch Geometric finds, for every node of Karate Club', async () => {
    const before = memory().numTensors;
    const probe = createInfluence(runOf({}, layers), graph, Float32Array.from(golden.weights));
    const rows: Float32Array[] = [];
    for (let node = 0; node < graph.numNodes; node++) rows.push(await probe.of(node, 5));
    rows.forEach((row, node) =>
      row.forEach((value, hop) => {
        const expected = golden.influence[node]![hop]!;
        expect(Math.abs(value - expected), `node ${node}, hop ${hop}`).toBeLessThan(
          1e-4 * Math.max(1, expected),
        );
      }),
    );
    expect(receptiveBreadth(rows)).toBeCloseTo(golden.breadth, 4);
    probe.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('comes from no further than the layers reach', async () => {
    const two = createInfluence(
      runOf({}, [layers[0]!, layers[2]!]),
      graph,
      Float32Array.from({ length: 34 * 6 + 6 * 2 }, (_, i) => Math.sin(i)),
    );
    const [, first, second, third] = await two.of(16, 5);
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(0);
    expect(third).toBe(0);
    two.dispose();
  });

  it('counts edges on the way to the node, and -1 where none lead', () => {
    const hops = hopsTo(16, graph);
    expect(hops[16]).toBe(0);
    expect([5, 6].map((node) => hops[node])).toEqual([1, 1]);
    expect(hops[0]).toBe(2);
    expect(hopsTo(16, graph, 1)[0]).toBe(-1);
  });
});
