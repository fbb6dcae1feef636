import { useMemo, useState } from 'react';
import { useActions } from '../../state/actions';
import { isFiltering, matchingNodes } from '../../state/filter';
import { useAppState, useAppStore } from '../../state/hooks';
import { Guarded } from '../../widgets/Guarded';
import { IconButton } from '../../widgets/IconButton';
import { countOf } from '../../widgets/numbers';
import { save } from './save';
import styles from './SelectionTable.module.css';
import { csvOf, ownColumns, rowsOf, sorted, tsvOf, type Order } from './rows';
import { TableRows } from './TableRows';

interface Kept {
  /** The selection that the table listed before. */
  readonly listed: readonly number[];
  /** The one that it made. */
  readonly chosen: readonly number[];
}

const BY_NODE: Order = { by: 'node', descending: false };

/** The selected nodes as a table; with none selected, those that the filter lets through. */
export function SelectionTable() {
  const { setView, select } = useActions();
  const store = useAppStore();
  const graph = useAppState((state) => state.graph);
  const predictions = useAppState((state) => state.training.predictions);
  const frame = useAppState((state) => state.training.frame);
  const selection = useAppState((state) => state.view.selection);
  const filter = useAppState((state) => state.view.filter);
  const [order, setOrder] = useState(BY_NODE);
  const [copied, setCopied] = useState('');
  // A row that is chosen here selects its node on the canvases, and the table goes on listing what it lists.
  const [kept, setKept] = useState<Kept | null>(null);
  const isKept = kept !== null && kept.chosen === selection;
  const listed = isKept ? kept.listed : selection;
  const nodes = useMemo(
    () => (listed.length > 0 ? listed : graph ? matchingNodes(graph.data, predictions, filter) : []),
    [listed, graph, predictions, filter],
  );
  const choose = (node: number): void => {
    select([node]);
    setKept({ listed, chosen: store.getState().view.selection });
  };
  const rows = useMemo(
    () => (graph ? sorted(rowsOf(graph.data, predictions, frame, nodes), order) : []),
    [graph, predictions, frame, nodes, order],
  );
  if (!graph) return null;

  const { classNames } = graph.data.labelling;
  const own = ownColumns(graph.data);
  const what = listed.length > 0 ? 'selected' : isFiltering(filter) ? 'matching the filter' : 'in the graph';
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(tsvOf(rows, graph.data));
      setCopied(`${countOf(rows.length, 'row')} copied`);
    } catch {
      setCopied('The browser does not let this page copy: take the CSV file.');
    }
  };
  return (
    <section className={styles.sheet} aria-label="Table of nodes">
      <header className={styles.head}>
        <h2>{`${countOf(rows.length, 'node')} ${what}`}</h2>
        <output className={styles.copied}>{copied}</output>
        <Guarded control="out" look="line">
          <IconButton
            icon="copy"
            size={14}
            label="Copy the table"
            disabled={rows.length === 0}
            onClick={() => void copy()}
          />
          <IconButton
            icon="download"
            size={14}
            label="Save as CSV"
            disabled={rows.length === 0}
            onClick={() => save(`${graph.descriptor.id}-nodes.csv`, csvOf(rows, graph.data))}
          />
        </Guarded>
        <IconButton
          icon="close"
          size={12}
          label="Close the table"
          hint="T"
          onClick={() => setView({ table: false })}
        />
      </header>
      <TableRows rows={rows} {...{ classNames, own }} order={order} onOrder={setOrder} onChoose={choose} />
    </section>
  );
}
