/**
 * `?data=URL`: an address that came with a link. It leaves the page's own address, which from then on names what is
 * shown. Nothing of another host is fetched before the visitor says so.
 */
import type { Actions } from '../state/actions';

const KEY = 'data';

export function openDataParameter({ offerUrl }: Pick<Actions, 'offerUrl'>): void {
  const url = new URL(location.href);
  const address = url.searchParams.get(KEY);
  if (address === null) return;
  url.searchParams.delete(KEY);
  history.replaceState(null, '', url);
  offerUrl(address);
}
