/** GEXF 1.2 by graphology's own writer: positions and colours as `viz`, columns as attributes. Gephi opens it as it is. */
import { DirectedGraph, UndirectedGraph } from 'graphology';
import write from 'graphology-gexf/common/writer.js';
import type { OutColumn, OutGraph } from '../graphOut';
import type { Cell } from '../rawGraph';
import { writableXml } from '../xmlText';

/** As the writer has it (0.13.2), and as the format does: readers know positions and colours by it. */
const MISTYPED = 'http:///www.gexf.net/1.1draft/viz';
const VIZ = 'http://www.gexf.net/1.2draft/viz';

const plain = (value: Cell): Cell => (typeof value === 'string' ? writableXml(value) : value);

export function writeGexf(out: OutGraph): string {
  type Indexed = { readonly index: number };
  const graph = out.directed
    ? new DirectedGraph<Indexed, Indexed>()
    : new UndirectedGraph<Indexed, Indexed>();
  const { nodeIds, nodeLabels, positions, colours, source, target, weight, columns, edgeColumns } = out;
  graph.setAttribute('title', writableXml(out.name));
  nodeIds.forEach((id, i) => graph.addNode(writableXml(id), { index: i }));
  source.forEach((from, e) =>
    graph.addEdge(writableXml(nodeIds[from]), writableXml(nodeIds[target[e]]), { index: e }),
  );
  const written = write(graph, {
    // Every program reads 1.2; 1.3 writes colours in another way.
    version: '1.2',
    formatNode: (_key: string, { index }: Indexed) => ({
      label: writableXml(nodeLabels[index]),
      attributes: attributesOf(columns, index),
      viz: { x: positions[2 * index], y: positions[2 * index + 1], color: colours[index] },
    }),
    formatEdge: (_key: string, { index }: Indexed) => ({
      ...(weight && { weight: weight[index] }),
      attributes: attributesOf(edgeColumns, index),
    }),
  });
  return withTypes(withTypes(written.replace(MISTYPED, VIZ), 'node', columns), 'edge', edgeColumns);
}

/** As the writer has attributes. */
const DECLARED = /<attribute id="([^"]*)" title="[^"]*" type="(?:integer|double)"\/>/g;

/** The writer goes by the values, and would have a column of doubles that are all whole for one of integers. */
function withTypes(text: string, of: 'node' | 'edge', columns: readonly OutColumn[]): string {
  const doubles = new Set(
    columns.flatMap(({ name, type }) => (type === 'double' ? [inAttribute(name)] : [])),
  );
  const from = text.indexOf(`<attributes class="${of}">`);
  if (from < 0) return text;
  const end = text.indexOf('</attributes>', from);
  const declared = text
    .slice(from, end)
    .replace(DECLARED, (all, id: string) =>
      doubles.has(id) ? all.replace(/"integer"\/>$/, '"double"/>') : all,
    );
  return text.slice(0, from) + declared + text.slice(end);
}

/** A name as the writer escapes it. */
const inAttribute = (name: string): string =>
  writableXml(name)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;');

/** A map without a prototype: a column may be called anything. */
const attributesOf = (columns: readonly OutColumn[], index: number): Record<string, Cell> =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(columns.map(({ name, values }) => [writableXml(name), plain(values[index])])),
  );
