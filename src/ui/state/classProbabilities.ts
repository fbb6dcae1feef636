import type { Frame } from '../../data/run/records';

/** numNodes x numClasses, row-major; null before there is a frame, and where a task says something else of nodes. */
export const classProbabilities = (frame: Pick<Frame, 'output'> | null): Float32Array | null =>
  frame?.output.unit === 'node' ? frame.output.values : null;
