import type { AppState } from '../../state/appState';

/** One quiet line on a set that is on its way or did not come, while the graph before it stays; null otherwise. */
export function dataStatus({ data, graph }: AppState): string | null {
  switch (data.kind) {
    case 'loading':
      return data.sentence;
    case 'failed':
      return `${data.descriptor.name} could not be loaded${graph ? `: this is still ${graph.descriptor.name}` : ''}.`;
    case 'ready':
      return graph?.layoutRunning
        ? `Laying out the graph, ${Math.floor(100 * (graph.layoutProgress ?? 0))} %`
        : null;
    default:
      return data satisfies never;
  }
}
