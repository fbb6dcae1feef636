import type { AppState } from '../../state/appState';
import { runTitle } from '../runs/runText';

/** One quiet line on a set or a run that is on its way or did not come, while the one before it stays; null otherwise. */
export function dataStatus({ data, graph, run, training, view }: AppState): string | null {
  switch (data.kind) {
    case 'loading':
      return data.sentence;
    case 'failed':
      return `${data.descriptor.name} could not be loaded${graph ? `: this is still ${graph.descriptor.name}` : ''}.`;
    case 'ready':
      if (training.phase === 'opening' && training.frame)
        return `Opening ${runTitle(run, view.hidden)}; the pictures are of the run before it`;
      return graph?.layoutRunning
        ? `Laying out the graph, ${Math.floor(100 * (graph.layoutProgress ?? 0))} %`
        : null;
    default:
      return data satisfies never;
  }
}
