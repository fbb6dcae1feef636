/** What files are called: letters, digits and dashes, whatever a graph is called. */
import type { AppState } from './appState';

type Named = Pick<AppState, 'run' | 'graph'>;

const plain = (text: string): string => text.replaceAll(/[^\w-]+/g, '-').toLowerCase();

/** The name of the graph; until one is shown, that of its set. */
const nameOf = ({ run, graph }: Named): string => graph?.descriptor.name ?? run.data.id;

/** `cora`: of a file of the graph alone. */
export const graphStem = (state: Named): string => plain(nameOf(state));

/** `cora-gcn-epoch-120`: of a file of a run as it stands. */
export const runStem = (state: Named & Pick<AppState, 'training'>): string =>
  plain([nameOf(state), state.run.model.id, 'epoch', state.training.epoch].join('-'));
