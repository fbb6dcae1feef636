import type { NodeJoin, Reading, TableFacts } from '../../../data/formats/rawGraph';
import { useActions } from '../../state/actions';
import { Checkbox } from '../../widgets/Checkbox';
import { Segmented } from '../../widgets/Segmented';
import { Select } from '../../widgets/Select';
import { columnOf, columnValue, cut } from './asked';
import { Choice } from './Choice';
import styles from './Preview.module.css';

const READ_AS: Readonly<Record<Reading, { readonly label: string; readonly sentence: string }>> = {
  edges: { label: 'edge list', sentence: 'Each row is an edge; further columns say more about it.' },
  triples: {
    label: 'triples',
    sentence: 'Each row is a head, a relation and a tail: an edge and its type.',
  },
  adjacency: {
    label: 'adjacency list',
    sentence: 'Each row is a node and its neighbours: an edge to every further name.',
  },
  matrix: {
    label: 'adjacency matrix',
    sentence: 'The entry in row i and column j is the weight of the edge from i to j; 0 is no edge.',
  },
};
const JOINS = [
  { value: 'id', label: 'by id' },
  { value: 'order', label: 'in node order' },
] as const satisfies readonly { value: NodeJoin; label: string }[];

const endOptions = (columns: readonly string[]) =>
  columns.map((name) => ({ value: columnValue(name), label: cut(name) }));

/** How rows of text are taken: the file is read anew with each answer. */
export function TableChoice({ table }: { readonly table: TableFacts }) {
  const { setImportTable } = useActions();
  const { taken, readings, columns, joins } = table;
  const { reading, header, source, target, nodes } = taken;
  const { label, sentence } = READ_AS[reading];
  return (
    <Choice title="Rows">
      <div className={styles.fields}>
        {readings.length > 1 && (
          <Select
            label="Read as"
            labelled="above"
            value={reading}
            options={readings.map((value) => ({ value, label: READ_AS[value].label }))}
            onChange={(next) => setImportTable({ reading: next })}
          />
        )}
        {source !== null && target !== null && columns.length > 2 && (
          <>
            <Select
              label="Edges from"
              labelled="above"
              value={columnValue(source)}
              options={endOptions(columns.filter((name) => name !== target))}
              onChange={(value) => setImportTable({ source: columnOf(value) })}
            />
            <Select
              label="Edges to"
              labelled="above"
              value={columnValue(target)}
              options={endOptions(columns.filter((name) => name !== source))}
              onChange={(value) => setImportTable({ target: columnOf(value) })}
            />
          </>
        )}
        {nodes !== null && joins.length > 1 && (
          <span className={styles.field}>
            <span className={styles.caption}>Table of nodes</span>
            <Segmented
              label="Table of nodes"
              value={nodes}
              segments={JOINS}
              onChange={(next) => setImportTable({ nodes: next })}
            />
          </span>
        )}
      </div>
      {reading !== 'matrix' && (
        <Checkbox
          label="First row is a header"
          checked={header}
          onChange={(next) => setImportTable({ header: next })}
        />
      )}
      <p className={styles.quiet}>
        {readings.length > 1 && `Taken for: ${label}. `}
        {sentence}
      </p>
    </Choice>
  );
}
