/** GEXF 1.2 by graphology's own writer: positions and colours as `viz`, columns as attributes. Gephi opens it as it is. */
import { DirectedGraph, UndirectedGraph } from 'graphology';
import write from 'graphology-gexf/common/writer.js';
import type { OutGraph } from '../graphOut';
import type { Cell } from '../rawGraph';
import { writableXml } from '../xmlText';

const plain = (value: Cell): Cell => (typeof value === 'string' ? writableXml(value) : value);

export function writeGexf(out: OutGraph): string {
  const graph = out.directed
    ? new DirectedGraph<{ index: number }>()
    : new UndirectedGraph<{ index: number }>();
  const { nodeIds, nodeLabels, positions, colours, source, target, weight, columns } = out;
  graph.setAttribute('title', writableXml(out.name));
  nodeIds.forEach((id, i) => graph.addNode(writableXml(id), { index: i }));
  source.forEach((from, e) =>
    graph.addEdge(writableXml(nodeIds[from]), writableXml(nodeIds[target[e]]), { weight: weight?.[e] ?? 1 }),
  );
  return write(graph, {
    // Every program reads 1.2; 1.3 writes colours in another way.
    version: '1.2',
    formatNode: (_key: string, { index }: { index: number }) => ({
      label: writableXml(nodeLabels[index]),
      // A map without a prototype: a column may be called anything.
      attributes: Object.assign(
        Object.create(null),
        Object.fromEntries(columns.map(({ name, values }) => [writableXml(name), plain(values[index])])),
      ),
      viz: { x: positions[2 * index], y: positions[2 * index + 1], color: colours[index] },
    }),
  });
}
