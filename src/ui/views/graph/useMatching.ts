import { useMemo } from 'react';
import type { GraphData } from '../../../data/graph/graphData';
import { isFiltering, matchesOf, type Filter } from '../../state/filter';
import { useAppState } from '../../state/hooks';

export interface Matching {
  /** Nodes that the filter lets through. */
  readonly passed: number;
  /** All nodes but the deleted ones. */
  readonly there: number;
}

export function useMatching(graph: GraphData | null, filter: Filter): Matching {
  const predictions = useAppState((state) => state.training.predictions);
  return useMemo(() => {
    const there = graph ? graph.numNodes - (graph.tombstones?.length ?? 0) : 0;
    if (!graph || !isFiltering(filter)) return { passed: there, there };
    return { passed: matchesOf(graph, predictions, filter).reduce((sum, passes) => sum + passes, 0), there };
  }, [graph, predictions, filter]);
}
