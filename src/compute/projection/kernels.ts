/**
 * The heavy loops of projection behind one interface: in plain JavaScript here, in WebAssembly SIMD in wasmKernels.ts.
 */
import { createRowDistances } from './distances';
import type { Rows } from './matrix';
import type { NeighbourLists } from './nearest';
import { nearestNeighbours } from './neighbours';
import { plainUmapLayout, type CreateUmapLayout } from './umapLayout';

/** Ranks by distance from one row among all others. */
export interface RowRanks {
  /** For each of `others`: its place by distance from `row`, from 1, into `ranks`; ties go to the lowest index. */
  of(row: number, others: Int32Array, ranks: Int32Array): void;
  release(): void;
}

export interface ProjectionKernels {
  /** Exact k nearest rows of every row, itself first; ties go to the lowest index. Yields between slices. */
  nearest(rows: Rows, k: number): Generator<void, NeighbourLists>;
  ranks(rows: Rows): RowRanks;
  readonly createLayout: CreateUmapLayout;
}

export function plainRanks(rows: Rows): RowRanks {
  const distancesFrom = createRowDistances(rows);
  const squared = new Float64Array(rows.numRows);
  return {
    of: (row, others, ranks) => {
      distancesFrom(row, squared);
      squared[row] = Infinity;
      for (const [t, other] of others.entries()) {
        const own = squared[other]!;
        let rank = 1;
        for (const [j, distance] of squared.entries())
          if (distance < own || (distance === own && j < other)) rank++;
        ranks[t] = rank;
      }
    },
    release: () => {},
  };
}

export const plainKernels: ProjectionKernels = {
  nearest: nearestNeighbours,
  ranks: plainRanks,
  createLayout: plainUmapLayout,
};
