import type { GraphData } from '../../../data/graph/graphData';
import { classProbabilities } from '../../state/classProbabilities';
import { useAppState } from '../../state/hooks';

/** One number per class, of the newest frame; undefined before the first one, and in a graph without classes. */
export function useProbabilities({ labelling }: GraphData, node: number): Float32Array | undefined {
  const { length } = labelling.classNames;
  const frame = useAppState((state) => state.training.frame);
  if (length === 0) return undefined;
  return classProbabilities(frame)?.subarray(node * length, (node + 1) * length);
}
