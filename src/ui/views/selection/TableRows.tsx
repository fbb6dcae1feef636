import { useEffect, useRef, useState } from 'react';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { predictsClasses } from '../../state/taskView';
import { Icon } from '../../widgets/Icon';
import { writeCell, writeShare } from '../../widgets/numbers';
import { ClassDot } from '../ClassDot';
import { Verdict } from '../inspector/Verdict';
import type { Column, Order, Row } from './rows';
import styles from './SelectionTable.module.css';

/** Equal to the height of a row in the style sheet, in CSS pixels. */
const ROW = { wide: 26, narrow: 36 };
/** Rows beyond the seen ones on either side. */
const SPARE = 8;

const COLUMNS: readonly { readonly id: Column; readonly title: string; readonly hint?: string }[] = [
  { id: 'node', title: 'node' },
  { id: 'id', title: 'id', hint: 'As the file has it.' },
  { id: 'class', title: 'class' },
  { id: 'predicted', title: 'predicted' },
  { id: 'right', title: 'right' },
  { id: 'confidence', title: 'confidence', hint: 'Probability of the predicted class.' },
  { id: 'degree', title: 'degree' },
  { id: 'split', title: 'split' },
];

/** Of predicted classes. */
const PREDICTED: readonly Column[] = ['predicted', 'right', 'confidence', 'split'];

interface Props {
  readonly rows: readonly Row[];
  readonly classNames: readonly string[];
  /** Names of the columns of the visitor's file. */
  readonly own: readonly string[];
  /** Whether nodes have ids of the visitor's file. */
  readonly hasIds: boolean;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly onChoose: (node: number) => void;
}

/** Only the rows that are seen are in the page; pointing at one lights its node, pressing selects it. */
export function TableRows({ rows, classNames, own, hasIds, order, onOrder, onChoose }: Props) {
  const box = useRef<HTMLElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 400, row: ROW.wide });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void =>
      setSeen({
        top: element.scrollTop,
        height: element.clientHeight,
        row: window.matchMedia('(max-width: 899px)').matches ? ROW.narrow : ROW.wide,
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);

  const isPredicted = useAppState(({ run }) => predictsClasses(run));
  const first = Math.max(0, Math.min(rows.length, Math.floor(seen.top / seen.row)) - SPARE);
  const last = Math.min(rows.length, Math.ceil((seen.top + seen.height) / seen.row) + SPARE);
  const ours = COLUMNS.filter(
    ({ id }) => (id !== 'id' || hasIds) && (isPredicted || !PREDICTED.includes(id)),
  );
  const turn = (by: Column): void =>
    onOrder({ by, descending: order.by === by ? !order.descending : by === 'degree' });
  return (
    <section ref={box} className={styles.rows} aria-label="Rows">
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {[...ours, ...own.map((title, id) => ({ id, title, hint: undefined }))].map(
              ({ id, title, hint }) => (
                <th
                  key={id}
                  scope="col"
                  data-column={id}
                  aria-sort={order.by === id ? (order.descending ? 'descending' : 'ascending') : undefined}
                >
                  <button type="button" title={hint ?? `Sort by ${title}`} onClick={() => turn(id)}>
                    {title}
                    {order.by === id && <Icon name={order.descending ? 'down' : 'up'} size={9} />}
                  </button>
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Gap height={first * seen.row} />}
          {rows.slice(first, last).map((row, i) => (
            <TableRow
              key={row.node}
              row={row}
              index={first + i + 2}
              classNames={classNames}
              isPredicted={isPredicted}
              onChoose={onChoose}
            />
          ))}
          {last < rows.length && <Gap height={(rows.length - last) * seen.row} />}
        </tbody>
      </table>
    </section>
  );
}

/** In place of the rows that are out of sight. */
const Gap = ({ height }: { readonly height: number }) => (
  <tr aria-hidden="true" className={styles.gap} style={{ height }} />
);

interface RowProps {
  readonly row: Row;
  readonly index: number;
  readonly classNames: readonly string[];
  readonly isPredicted: boolean;
  readonly onChoose: (node: number) => void;
}

function TableRow({ row, index, classNames, isPredicted, onChoose }: RowProps) {
  const { hover } = useActions();
  const isChosen = useAppState(({ view }) => view.selection.length === 1 && view.selection[0] === row.node);
  const isHovered = useAppState((state) => state.hovered === row.node);
  const label = (which: number) =>
    which < 0 ? (
      <span className={styles.quiet}>none</span>
    ) : (
      <>
        <ClassDot index={which} numClasses={classNames.length} /> {classNames[which]}
      </>
    );
  return (
    <tr
      aria-rowindex={index}
      data-hovered={isHovered || undefined}
      data-chosen={isChosen || undefined}
      onPointerEnter={() => hover(row.node)}
      onPointerLeave={() => hover(null)}
    >
      <th scope="row">
        <button
          type="button"
          title="Show this node on both canvases; the table stays"
          onFocus={() => hover(row.node)}
          onBlur={() => hover(null)}
          aria-pressed={isChosen}
          onClick={() => onChoose(row.node)}
        >
          {row.name}
        </button>
      </th>
      {row.id !== null && (
        <td className={styles.own} title={row.id}>
          {row.id}
        </td>
      )}
      <td>{label(row.truth)}</td>
      {isPredicted && (
        <>
          <td>{label(row.predicted)}</td>
          <td>
            <Verdict right={row.right} />
          </td>
          <td data-number>{row.confidence === null ? '' : writeShare(row.confidence)}</td>
        </>
      )}
      <td data-number>{row.degree}</td>
      {isPredicted && <td className={styles.quiet}>{row.split === 'none' ? '' : row.split}</td>}
      {row.cells.map((cell, column) => (
        <td key={column} className={styles.own} title={typeof cell === 'string' ? cell : undefined}>
          {cell === null ? '' : writeCell(cell)}
        </td>
      ))}
    </tr>
  );
}
