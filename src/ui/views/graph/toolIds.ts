/** Popovers that keys open as well. */
export const SEARCH_ID = 'node-search';
export const FILTER_ID = 'node-filter';
