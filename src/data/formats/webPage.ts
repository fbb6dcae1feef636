/** A page saved, or served, in place of the file that it shows: whatever it is called, no graph is in it. */
import { fail, type PlaygroundError } from '../base/errors';
import type { ImportFile } from './rawGraph';
import { beginningOf } from './text';

const PAGE = /^<(?:!doctype\s+html|html|head)\b/i;
/** What may stand before the page proper: an XML declaration and comments. */
const PREAMBLE = /^(?:<\?xml\b[^>]*>|<!--[\s\S]*?-->)\s*/;

/** Whether a file begins as HTML does. */
export function isWebPage(file: ImportFile): boolean {
  let rest = beginningOf(file).trimStart();
  for (let found = PREAMBLE.exec(rest); found; found = PREAMBLE.exec(rest))
    rest = rest.slice(found[0].length);
  return PAGE.test(rest);
}

/** @param area the file or the address that the page came from */
export const gotWebPage = (
  area: string,
  next = 'Save the file itself, not the page that shows it.',
): PlaygroundError => fail(area, 'expected a graph, got a web page (HTML)', next);
