/**
 * The address of what the page shows. On the way to a link's epoch it says that epoch; what the sender had there stays
 * in it as long as that is what is shown. The page's own results are left to links that are made on purpose: without
 * them the keys can be read.
 */
import { formatAddress } from '../state/address/format';
import { sceneOf } from '../state/address/sceneOf';
import type { AppState } from '../state/appState';

export function addressOf(state: AppState): string {
  const { arrival } = state;
  const scene = sceneOf(state);
  if (!arrival || arrival.kind === 'left') return formatAddress(scene);
  if (arrival.kind === 'there' && scene.epoch !== arrival.epoch) return formatAddress(scene);
  return formatAddress({ ...scene, epoch: arrival.epoch, results: arrival.sent });
}
