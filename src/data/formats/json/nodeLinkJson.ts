/**
 * Nodes and links in two lists: NetworkX's `node_link_data`, D3's and vis.js's examples, and what people write by hand.
 * Nodes may be an object by their ids as well, and a link a list of its two ends and its weight. Ends of links are ids or
 * places in the list of nodes.
 */
import { fail } from '../../base/errors';
import { quoted } from '../guards';
import { type Dialect, idAt, itemOf, objectAt } from './dialect';
import { Fields, fieldsOf, idOf, listOf, textOf } from '../nested/fields';

const LINKS = ['links', 'edges'];
/** What the two ends are called: the first pair that every link has. */
const ENDS: readonly (readonly [string, string])[] = [
  ['source', 'target'],
  ['from', 'to'],
  ['src', 'dst'],
  ['start', 'end'],
  ['u', 'v'],
];
/** The first that every node has. */
const IDS = ['id', 'key', 'name', 'label'];
/** Of D3's simulation, not of the graph. */
const SIMULATION = ['index', 'x', 'y', 'vx', 'vy', 'fx', 'fy'];

const linksOf = (root: Fields): { path: string; list: readonly unknown[] } | null => {
  for (const path of LINKS) {
    const list = listOf(root.get(path));
    if (list) return { path, list };
  }
  return null;
};

/** A pair, or a triple with the weight, as an object: `["a", "b", 2]`. */
function linkOf(value: unknown): unknown {
  const [source, target, weight, ...more] = listOf(value) ?? [];
  if (target === undefined || more.length > 0) return value;
  return weight === undefined ? { source, target } : { source, target, weight };
}

/** Nodes by their ids are nodes with an id; whose values are no objects have nothing else. */
function listed(nodes: unknown): readonly unknown[] {
  const byId = fieldsOf(nodes);
  if (!byId) return listOf(nodes) ?? [];
  return [...byId].map(([id, value]) => ({ ...fieldsOf(value)?.object, id }));
}

/** After a simulation, D3 has the nodes themselves at the ends of links. */
const endOf = (value: unknown, idKey: string | null): unknown => {
  const node = fieldsOf(value);
  return node ? node.get(idKey ?? 'index') : value;
};

const isSaidByNetworkX = (root: Fields): boolean => root.has('directed') || root.has('multigraph');

export const nodeLinkJson: Dialect = {
  name: 'nodes and links (JSON)',
  matches: (root) => linksOf(root) !== null,
  add: (file, root, builder, attributes) => {
    const nodes = listed(root.get('nodes')).map((value, i) => {
      // A bare list of names is as clear.
      const id = idOf(value);
      return id === null ? objectAt(itemOf(file, 'nodes', i), value) : new Fields({ id });
    });
    const idKey =
      IDS.find((key) => nodes.length > 0 && nodes.every((node) => idOf(node.get(key)) !== null)) ?? null;
    const ids = nodes.map((node, i) => (idKey === null ? String(i) : (idOf(node.get(idKey)) ?? String(i))));
    const isD3 = nodes.some((node) => node.has('vx'));
    const except = [...(idKey === null ? [] : [idKey]), ...(isD3 ? SIMULATION : [])];
    nodes.forEach((node, i) => {
      const area = itemOf(file, 'nodes', i);
      const index = builder.node(area, ids[i]);
      attributes.node(area, index, node, except);
      const [x, y] = [node.get('x'), node.get('y')];
      // On a screen y grows downwards.
      if (isD3 && typeof x === 'number' && typeof y === 'number') builder.place(index, x, -y);
    });

    const { path, list: links } = linksOf(root) ?? { path: 'links', list: [] };
    const list = links.map(linkOf);
    const ends =
      ENDS.find((pair) => list.every((link) => pair.every((end) => fieldsOf(link)?.has(end)))) ?? ENDS[0];
    const endAt = (link: unknown, key: string): unknown => endOf(fieldsOf(link)?.get(key), idKey);
    const every = (fits: (end: unknown) => boolean): boolean =>
      list.every((link) => ends.every((key) => fits(endAt(link, key))));
    const byId = every((end) => builder.has(idOf(end) ?? ''));
    const inList = (value: unknown): value is number =>
      typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < nodes.length;
    // Numbers that are no ids are places, if every one of them can be.
    const byPlace = !byId && nodes.length > 0 && every(inList);
    if (byPlace) builder.remark('Ends of links were read as places in the list of nodes, the first being 0.');
    const said = root.get('directed');
    const directed = typeof said === 'boolean' ? said : null;
    const notOfEdges = root.get('multigraph') === true ? [...ends, 'key'] : ends;
    list.forEach((link, i) => {
      const area = itemOf(file, path, i);
      const fields = objectAt(area, link);
      const [source, target] = ends.map((key) => {
        const value = endAt(link, key);
        if (byPlace && inList(value)) return ids[value];
        if (idKey === null && nodes.length > 0 && !inList(value)) {
          throw fail(
            area,
            `expected '${key}' to be a place from 0 to ${nodes.length - 1}, since nodes have no id, got ${quoted(JSON.stringify(value) ?? 'nothing')}`,
            "Give every node an 'id'.",
          );
        }
        return idAt(area, key, value);
      });
      attributes.edge(area, builder.edge(area, source, target), fields, notOfEdges);
    });
    const graph = fieldsOf(root.get('graph'));
    return {
      name: textOf(root.get('name')) || (isSaidByNetworkX(root) ? textOf(graph?.get('name')) : ''),
      directed,
    };
  },
};
