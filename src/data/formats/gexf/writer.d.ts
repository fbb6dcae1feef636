/** graphology-gexf's writer alone: the package's own entry brings a parser that wants a DOM, which workers lack. */
declare module 'graphology-gexf/common/writer.js' {
  import type { write } from 'graphology-gexf';
  const writer: typeof write;
  export default writer;
}
