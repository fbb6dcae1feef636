import { renderToString } from 'katex';
// Fonts of its own: many systems have none with the letters of mathematics, so MathML alone would show gaps.
import 'katex/dist/katex.min.css';

/** A formula of several parts has them on lines of their own. */
const linesOf = (tex: string): readonly string[] => tex.split(/,?\s*\\quad\s*/);

/**
 * HTML to look at, and MathML for those who listen. In KaTeX's inline mode, which may break a line after a relation
 * or an operator, but as large as a display.
 */
export const typeset = (tex: string): string =>
  linesOf(tex)
    .map((line) => `<div>${renderToString(String.raw`\displaystyle ${line}`, { throwOnError: true })}</div>`)
    .join('');
