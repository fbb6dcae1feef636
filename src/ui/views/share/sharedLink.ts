/** The link to what is on the page, with what the sender wants in it. */
import { formatAddress } from '../../state/address/format';
import { sceneOf } from '../../state/address/sceneOf';
import type { AppState } from '../../state/appState';
import type { ShareOptions } from './shareOptions';

/** This page's address without what follows it. */
const pageAddress = (): string => `${location.origin}${location.pathname}`;

export const sharedLink = (state: AppState, options: ShareOptions, embed = false): string =>
  `${pageAddress()}${formatAddress(sceneOf(state, { ...options, embed }))}`;

/** The same scene outside of a frame: with all that surrounds the canvases. */
export const wholePageLink = (state: AppState): string =>
  `${pageAddress()}${formatAddress(sceneOf(state, { embed: false }))}`;
