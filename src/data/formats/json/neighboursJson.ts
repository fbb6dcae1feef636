/**
 * An object of neighbours by node: `{"a": ["b", "c"]}`, NetworkX's `to_dict_of_lists`, or with the edge's attributes,
 * `{"a": {"b": {"weight": 2}}}`, its `to_dict_of_dicts`.
 */
import { Fields, fieldsOf, idOf, listOf } from '../nested/fields';
import { type Dialect, idAt } from './dialect';

const LOOKED_AT = 100;
const NOTHING = new Fields({});

const isNeighbours = (value: unknown): boolean => {
  const list = listOf(value);
  if (list) return list.every((each) => idOf(each) !== null);
  const fields = fieldsOf(value);
  return fields !== null && [...fields].slice(0, LOOKED_AT).every(([, edge]) => fieldsOf(edge) !== null);
};

export const neighboursJson: Dialect = {
  name: 'neighbours by node (JSON)',
  matches: (root) => {
    const rows = [...root].slice(0, LOOKED_AT).map(([, value]) => value);
    const isOne = rows.every(isNeighbours);
    return isOne && rows.some((row) => (listOf(row) ?? fieldsOf(row)?.keys() ?? []).length > 0);
  },
  add: (file, root, builder, attributes) => {
    for (const node of root.keys()) builder.node(file.name, node);
    for (const [node, row] of root) {
      const area = `${file.name}, ${node.slice(0, 40)}`;
      for (const each of listOf(row) ?? []) builder.edge(area, node, idAt(area, 'neighbour', each));
      for (const [neighbour, edge] of fieldsOf(row) ?? NOTHING)
        attributes.edge(area, builder.edge(area, node, neighbour), fieldsOf(edge) ?? NOTHING);
    }
    return { name: '', directed: null };
  },
};
