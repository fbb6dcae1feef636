/** The link to what is on the page, with what the sender wants in it. */
import { formatAddress } from '../../state/address';
import type { AppState } from '../../state/appState';
import { DEFAULT_VIEW } from '../../state/viewSpec';
import type { ShareOptions } from './shareOptions';

/** This page's address without what follows it. */
const pageAddress = (): string => `${location.origin}${location.pathname}`;

export function sharedLink(
  { draft, view }: AppState,
  { locked, hidden, ...has }: ShareOptions,
  embed = false,
): string {
  const shown = has.view ? view : DEFAULT_VIEW;
  return `${pageAddress()}${formatAddress({ draft, view: { ...shown, locked, hidden, embed } })}`;
}

/** The same scene without its frame: what is locked or hidden stays so. */
export const wholePageLink = ({ draft, view }: AppState): string =>
  `${pageAddress()}${formatAddress({ draft, view: { ...view, embed: false } })}`;
