import type { AppState } from '../../state/appState';

/** Whether the graph shown is the visitor's own. */
export const isOwn = ({ graph, ownSets }: AppState): boolean =>
  ownSets.some(({ id }) => id === graph?.descriptor.id);
