import { useCallback, useMemo, useState } from 'react';
import type { Sliced } from '../../../data/base/sliced';
import type { GraphData } from '../../../data/graph/graphData';
import type { Frame } from '../../../data/run/records';
import { useActions } from '../../state/actions';
import { graphStem } from '../../state/fileNames';
import { isFiltering, matchingNodes } from '../../state/filter';
import { useAppState, useAppStore } from '../../state/hooks';
import { soon, useInTurns } from '../../state/inTurns';
import { Guarded } from '../../widgets/Guarded';
import { IconButton } from '../../widgets/IconButton';
import { countOf } from '../../widgets/numbers';
import { save } from './save';
import styles from './SelectionTable.module.css';
import { csvOf, ownColumns, rowsOf, sorted, tsvOf, type Order, type Row } from './rows';
import { TableRows } from './TableRows';

interface Kept {
  /** The selection that the table listed before. */
  readonly listed: readonly number[];
  /** The one that it made. */
  readonly chosen: readonly number[];
}

const BY_NODE: Order = { by: 'node', descending: false };
const NO_ROWS: readonly Row[] = [];

function* listing(
  data: GraphData | null,
  predictions: Int32Array | null,
  frame: Frame | null,
  nodes: readonly number[],
  order: Order,
): Sliced<{ readonly data: GraphData | null; readonly rows: readonly Row[] }> {
  if (!data) return { data, rows: NO_ROWS };
  return { data, rows: yield* sorted(yield* rowsOf(data, predictions, frame, nodes), order) };
}

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
  const data = graph?.data ?? null;
  const { result: made } = useInTurns(
    useCallback(
      () => listing(data, predictions, frame, nodes, order),
      [data, predictions, frame, nodes, order],
    ),
  );
  const own = useMemo(() => (data ? ownColumns(data).map(({ name }) => name) : []), [data]);
  if (!graph) return null;
  // Until those of another graph are made, there are none to see.
  const rows = made?.data === data ? made.rows : NO_ROWS;

  const { classNames } = graph.data.labelling;
  const what = listed.length > 0 ? 'selected' : isFiltering(filter) ? 'matching the filter' : 'in the graph';
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText((await soon(tsvOf(rows, graph.data))).join(''));
      setCopied(`${countOf(rows.length, 'row')} copied`);
    } catch {
      setCopied('The browser does not let this page copy: take the CSV file.');
    }
  };
  return (
    <section className={styles.sheet} aria-label="Table of nodes">
      <header className={styles.head}>
        <h2>{`${countOf(nodes.length, 'node')} ${what}`}</h2>
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
            onClick={() =>
              void soon(csvOf(rows, graph.data)).then((texts) =>
                save(`${graphStem(store.getState())}-nodes.csv`, texts),
              )
            }
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
      <TableRows
        rows={rows}
        {...{ classNames, own }}
        hasIds={graph.data.file !== undefined}
        order={order}
        onOrder={setOrder}
        onChoose={choose}
      />
    </section>
  );
}
