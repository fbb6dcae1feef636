/** NetworkX's `adjacency_data`: nodes in one list, and in a second the neighbours of each, with the edge's attributes. */
import { listOf, textOf, fieldsOf } from '../nested/fields';
import { type Dialect, idAt, itemOf, objectAt } from './dialect';

/** Of an edge that stands on both of its nodes' lists, once is enough. */
class Halves {
  private readonly firstSaidBy = new Map<string, string>();

  /** Whether an edge of an undirected graph was listed before, by its other end. */
  isSecond(node: string, neighbour: string, key: string): boolean {
    const ends = node < neighbour ? [node, neighbour] : [neighbour, node];
    const edge = JSON.stringify([...ends, key]);
    const first = this.firstSaidBy.get(edge);
    if (first === undefined) this.firstSaidBy.set(edge, node);
    return first !== undefined && first !== node;
  }
}

export const nxAdjacencyJson: Dialect = {
  name: 'NetworkX adjacency (JSON)',
  matches: (root) => listOf(root.get('nodes')) !== null && listOf(root.get('adjacency')) !== null,
  add: (file, root, builder, attributes) => {
    const ids = (listOf(root.get('nodes')) ?? []).map((value, i) => {
      const area = itemOf(file, 'nodes', i);
      const node = objectAt(area, value);
      const id = idAt(area, 'id', node.get('id'));
      attributes.node(area, builder.node(area, id), node, ['id']);
      return id;
    });
    const said = root.get('directed');
    const directed = typeof said === 'boolean' ? said : null;
    const isMulti = root.get('multigraph') === true;
    const halves = new Halves();
    (listOf(root.get('adjacency')) ?? []).forEach((row, i) => {
      const neighbours = listOf(row) ?? [];
      neighbours.forEach((value, k) => {
        const area = itemOf(file, `adjacency[${i}]`, k);
        const edge = objectAt(area, value);
        const neighbour = idAt(area, 'id', edge.get('id'));
        const key = isMulti ? JSON.stringify(edge.get('key') ?? null) : '';
        const node = ids[i] ?? String(i);
        if (directed === false && halves.isSecond(node, neighbour, key)) return;
        attributes.edge(area, builder.edge(area, node, neighbour), edge, isMulti ? ['id', 'key'] : ['id']);
      });
    });
    const pairs = listOf(root.get('graph'))?.find((pair) => listOf(pair)?.[0] === 'name');
    const name = fieldsOf(root.get('graph'))?.get('name') ?? listOf(pairs)?.[1];
    return { name: textOf(name), directed };
  },
};
