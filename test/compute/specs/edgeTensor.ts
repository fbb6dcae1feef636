import { describe, expect, it } from 'vitest';
import { EdgeTensor } from '../../../src/compute/kernels/edgeTensor';
import { FOUR_NODES, NO_EDGE } from './edges';
import { leakOf } from './support';

export function edgeTensorSpec(): void {
  describe('the edges of a graph on the device', () => {
    it('are grouped by target, and by source for gradients', async () => {
      const edges = new EdgeTensor(
        { source: Int32Array.of(2, 0, 2, 0), target: Int32Array.of(0, 1, 1, 3) },
        4,
      );
      expect([...(await edges.incoming.rowPtr.data())]).toEqual([0, 1, 3, 3, 4]);
      expect([...(await edges.incoming.node.data())]).toEqual([2, 0, 2, 0]);
      expect([...(await edges.outgoing.rowPtr.data())]).toEqual([0, 2, 2, 4, 4]);
      expect([...(await edges.outgoing.edge.data())]).toEqual([1, 3, 0, 2]);
      expect([...(await edges.outgoing.node.data())]).toEqual([1, 3, 0, 1]);
      edges.dispose();
    });

    it('hold self-loops in their place, and say which edge was given', () => {
      const edges = new EdgeTensor(FOUR_NODES, 4, { selfLoops: true });
      expect(edges.numEdges).toBe(10);
      expect([...edges.edgeIndex.source]).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 3]);
      expect([...edges.edgeIndex.target]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3]);
      expect([...edges.given]).toEqual([-1, 0, 1, 2, -1, 3, 4, 5, -1, -1]);
      edges.dispose();
    });

    it('may be none', async () => {
      const edges = new EdgeTensor(NO_EDGE, 2);
      expect(edges.numEdges).toBe(0);
      expect([...(await edges.outgoing.rowPtr.data())]).toEqual([0, 0, 0]);
      edges.dispose();
    });

    it('are refused out of order or out of range', () => {
      const build = (source: number[], target: number[], options = {}) =>
        new EdgeTensor({ source: Int32Array.from(source), target: Int32Array.from(target) }, 3, options);
      expect(() => build([0, 0], [2, 1])).toThrow('expected edges sorted by target');
      expect(() => build([2, 0], [1, 1])).toThrow('got 0 -> 1 after 2 -> 1');
      expect(() => build([3], [1])).toThrow('expected sources below 3');
      expect(() => build([0], [-1])).toThrow('got 0 -> -1');
      expect(() => build([0], [1], { numSources: 2, selfLoops: true })).toThrow('expected 3 sources or more');
    });

    it('leave no tensor behind', async () => {
      const left = await leakOf(() => {
        const edges = new EdgeTensor(FOUR_NODES, 4, { selfLoops: true });
        expect([edges.outgoing.numRows, edges.single.numRows, edges.ones.size]).toEqual([4, 10, 10]);
        edges.dispose();
      });
      expect(left).toBe(0);
    });
  });
}
