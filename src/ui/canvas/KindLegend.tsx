/** The kinds that colours and shapes stand for, and how many nodes there are of each; a press selects them, or lets them go. */
import { useMemo } from 'react';
import type { GraphData } from '../../data/graph/graphData';
import { outlineFor, type Theme } from '../palette/palette';
import { useTheme } from '../palette/theme';
import { useActions } from '../state/actions';
import { useAppState } from '../state/hooks';
import { Popover } from '../widgets/Popover';
import styles from './Legend.module.css';
import { marksFor, markOfNodes, nodesPerMark, type KindMode, type Mark } from './marks';
import { useRowShown } from './useRowShown';

const RADII: Record<Mark['shape'], number> = { solid: 4.5, hollow: 3.5, small: 3, ringed: 3 };

interface SwatchProps {
  readonly mark: Mark;
  readonly theme: Theme;
}

function Swatch({ mark: { shape, colour }, theme }: SwatchProps) {
  const hollow = shape === 'hollow';
  return (
    <svg className={styles.swatch} viewBox="0 0 12 12" aria-hidden="true">
      <circle
        cx="6"
        cy="6"
        r={RADII[shape]}
        fill={hollow ? 'none' : colour}
        stroke={outlineFor(colour, theme)}
        strokeWidth={hollow ? 2.4 : 1}
      />
      {shape === 'ringed' && <circle cx="6" cy="6" r="5.4" fill="none" stroke="var(--ink)" />}
    </svg>
  );
}

const Ring = ({ colour }: { readonly colour: string }) => (
  <svg className={styles.swatch} viewBox="0 0 12 12" aria-hidden="true">
    <circle cx="6" cy="6" r="4.5" fill="none" stroke={colour} strokeWidth="1.4" />
  </svg>
);

/** The buttons for nodes that carry a ring: those whose label training sees, and those labelled by hand. */
export function RingEntries({ data }: { readonly data: GraphData }) {
  const { press, isSelected } = usePress();
  const { split, given } = data.labelling;
  const train = useMemo(() => Array.from(split.train.toSorted()), [split.train]);
  const byHand = useMemo(
    () => (given ? Array.from(given.keys()).filter((node) => given[node]! >= 0) : []),
    [given],
  );
  const entry = (label: string, title: string, nodes: readonly number[], colour: string) => (
    <li>
      <button
        type="button"
        className={styles.entry}
        title={title}
        aria-pressed={isSelected(nodes.length, () => nodes)}
        onClick={() => press(nodes)}
      >
        <Ring colour={colour} />
        <span>{label}</span>
        <span className={styles.count}>{nodes.length}</span>
      </button>
    </li>
  );
  return (
    <>
      {data.labelling.classNames.length > 0 &&
        entry('labelled', 'Select the nodes whose label is used in training', train, 'var(--ink)')}
      {byHand.length > 0 &&
        entry(
          'by hand',
          'Select the nodes labelled by hand: their ring has the colour of the class given',
          byHand,
          'var(--accent)',
        )}
    </>
  );
}

function usePress() {
  const { select } = useActions();
  const selection = useAppState((state) => state.view.selection);
  /** Whether exactly these are selected; they are only listed where there are as many. */
  const isSelected = (count: number, nodes: () => readonly number[]): boolean =>
    count > 0 && count === selection.length && nodes().every((node, i) => node === selection[i]);
  /** Pressed once more, what it selected is let go. */
  const press = (nodes: readonly number[]) => select(isSelected(nodes.length, () => nodes) ? [] : nodes);
  return { press, isSelected };
}

/** One row of kinds; a button after them has the others. */
export function KindList({ data, mode }: { readonly data: GraphData; readonly mode: KindMode }) {
  const theme = useTheme();
  const { press, isSelected } = usePress();
  const predictions = useAppState((state) => state.training.predictions);
  const { labelling, tombstones } = data;
  const marks = useMemo(() => markOfNodes(mode, labelling, predictions), [labelling, mode, predictions]);
  const gone = useMemo(() => new Set(tombstones), [tombstones]);

  const entries = marksFor(mode, labelling, theme);
  const counts = nodesPerMark(marks, entries.length, gone);
  const nodesOf = (entry: number): number[] => {
    const nodes: number[] = [];
    marks.forEach((mark, node) => {
      if (mark === entry && !gone.has(node)) nodes.push(node);
    });
    return nodes;
  };
  // A class that nobody is taken for says something; a part that the set does not have says nothing.
  const isVoid = (entry: number): boolean =>
    counts[entry] === 0 && (mode === 'split' || entry === entries.length - 1);

  const told = Array.from(entries.keys()).filter((entry) => !isVoid(entry));
  const [{ shown, gap }, list] = useRowShown(told.length);
  const entryOf = (entry: number) => (
    <button
      type="button"
      className={styles.entry}
      title={`Select the nodes: ${entries[entry]!.label}`}
      disabled={counts[entry] === 0}
      aria-pressed={isSelected(counts[entry]!, () => nodesOf(entry))}
      onClick={() => press(nodesOf(entry))}
    >
      <Swatch mark={entries[entry]!} theme={theme} />
      <span className={styles.kind}>{entries[entry]!.label}</span>
      <span className={styles.count}>{counts[entry]}</span>
    </button>
  );
  const others = told.slice(shown);
  return (
    <>
      <ul key={told.length} ref={list} className={`${styles.legend} ${styles.kinds}`} aria-label="Legend">
        {told.map((entry, place) => (
          <li key={entries[entry]!.label} data-beyond={place >= shown || undefined}>
            {entryOf(entry)}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Popover
          label="More of the legend"
          button={{
            className: styles.more,
            style: { translate: `${-gap}px` },
            children: `and ${others.length} more`,
          }}
        >
          <ul className={styles.others} aria-label="More of the legend">
            {others.map((entry) => (
              <li key={entries[entry]!.label}>{entryOf(entry)}</li>
            ))}
          </ul>
        </Popover>
      )}
    </>
  );
}
