/**
 * The address of what the page shows. On the way to a link's epoch it says that epoch; what the sender had there stays
 * in it as long as that is what is shown. The page's own results are left to links that are made on purpose: without
 * them the keys can be read. So is the visitor's own graph, whose names may be people's: the address names it, and this
 * browser keeps it. Only a graph that came in a link stays in the address, where it has been.
 * A selection of thousands is left out as well: it would make an address that no browser keeps, and hold up the page.
 */
import { FROM_LINK } from '../../data/import/ownSet';
import { formatAddress } from '../state/address/format';
import { sceneOf } from '../state/address/sceneOf';
import type { AppState } from '../state/appState';

/** Nodes selected that an address names. */
const MOST_SELECTED = 1000;

export function addressOf(state: AppState): string {
  const { arrival } = state;
  const whole = sceneOf(state, { graph: state.graph?.descriptor.source.name === FROM_LINK });
  const scene =
    whole.view.selection.length > MOST_SELECTED
      ? { ...whole, view: { ...whole.view, selection: [] } }
      : whole;
  if (!arrival || arrival.kind === 'left') return formatAddress(scene);
  if (arrival.kind === 'there' && scene.epoch !== arrival.epoch) return formatAddress(scene);
  return formatAddress({ ...scene, epoch: arrival.epoch, results: arrival.sent });
}
