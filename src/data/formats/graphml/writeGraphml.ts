/**
 * GraphML (http://graphml.graphdrawing.org/specification.html), with the keys that Gephi and NetworkX read: `label`, `x`,
 * `y`, `r`, `g`, `b` of nodes and `weight` of edges, then one key for every column.
 */
import type { OutColumn, OutGraph } from '../graphOut';
import type { Cell } from '../rawGraph';
import { escapeXml } from '../xmlText';

const TYPES: Readonly<Record<OutColumn['type'], string>> = {
  string: 'string',
  double: 'double',
  integer: 'int',
  boolean: 'boolean',
};

const channel = (colour: string, at: number): number =>
  Number.parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16);

export function writeGraphml(graph: OutGraph): string {
  const { nodeIds, nodeLabels, positions, colours, source, target, weight } = graph;
  const columns: readonly OutColumn[] = [
    { name: 'label', type: 'string', values: nodeLabels },
    { name: 'x', type: 'double', values: nodeIds.map((_, i) => positions[2 * i]) },
    { name: 'y', type: 'double', values: nodeIds.map((_, i) => positions[2 * i + 1]) },
    ...['r', 'g', 'b'].map((name, at): OutColumn => {
      return { name, type: 'integer', values: colours.map((colour) => channel(colour, at)) };
    }),
    ...graph.columns,
  ];
  const edgeColumns: readonly OutColumn[] = [
    ...(weight ? [{ name: 'weight', type: 'double', values: weight } as const] : []),
    ...graph.edgeColumns,
  ];
  const data = (key: string, value: Cell | undefined): string =>
    value === null || value === undefined ? '' : `<data key="${key}">${escapeXml(String(value))}</data>`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...columns.map(
      ({ name, type }, i) =>
        `<key id="n${i}" for="node" attr.name="${escapeXml(name)}" attr.type="${TYPES[type]}"/>`,
    ),
    ...edgeColumns.map(
      ({ name, type }, i) =>
        `<key id="e${i}" for="edge" attr.name="${escapeXml(name)}" attr.type="${TYPES[type]}"/>`,
    ),
    `<graph id="${escapeXml(graph.name)}" edgedefault="${graph.directed ? 'directed' : 'undirected'}">`,
  ];
  nodeIds.forEach((id, i) => {
    const cells = columns.map(({ values }, key) => data(`n${key}`, values[i]));
    lines.push(`<node id="${escapeXml(id)}">${cells.join('')}</node>`);
  });
  source.forEach((from, e) => {
    const ends = `source="${escapeXml(nodeIds[from])}" target="${escapeXml(nodeIds[target[e]])}"`;
    const cells = edgeColumns.map(({ values }, key) => data(`e${key}`, values[e])).join('');
    lines.push(cells ? `<edge ${ends}>${cells}</edge>` : `<edge ${ends}/>`);
  });
  lines.push('</graph>', '</graphml>', '');
  return lines.join('\n');
}
