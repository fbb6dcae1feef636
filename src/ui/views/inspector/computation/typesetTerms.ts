import { renderToString, type KatexOptions } from 'katex';
import 'katex/dist/katex.min.css';

/** Of all that TeX could write into the page, only the ids of terms. */
const OPTIONS: KatexOptions = {
  throwOnError: true,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }) => command === '\\htmlData',
};

/** HTML of each line, with `data-term` on every term. */
export const typesetTerms = (lines: readonly string[]): string =>
  lines.map((line) => `<div>${renderToString(String.raw`\displaystyle ${line}`, OPTIONS)}</div>`).join('');
