import { renderToString } from 'katex';

/** MathML, which the browser sets in its own fonts and reads aloud. */
export const typeset = (tex: string): string =>
  renderToString(tex, { displayMode: true, output: 'mathml', throwOnError: true });
