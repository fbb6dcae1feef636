/** What the colours, shapes and rings mean, and how many nodes there are of each; a press selects them, or lets them go. */
import { useMemo } from 'react';
import { useActions } from '../state/actions';
import { useAppState } from '../state/hooks';
import { outlineFor, type Theme } from '../palette/palette';
import { useTheme } from '../palette/theme';
import styles from './Legend.module.css';
import { marksFor, markOfNodes, type Mark } from './marks';

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

export function Legend() {
  const theme = useTheme();
  const { select } = useActions();
  const labelling = useAppState((state) => state.graph?.data.labelling ?? null);
  const mode = useAppState((state) => state.view.colourBy);
  const selection = useAppState((state) => state.view.selection);
  const predictions = useAppState((state) => state.training.predictions);
  const marks = useMemo(
    () => (labelling ? markOfNodes(mode, labelling, predictions) : new Uint16Array()),
    [labelling, mode, predictions],
  );
  if (!labelling) return null;

  const entries = marksFor(mode, labelling, theme);
  const counts = new Int32Array(entries.length);
  for (const mark of marks) counts[mark]! += 1;
  const nodesOf = (entry: number): number[] => Array.from(marks.keys()).filter((i) => marks[i] === entry);
  const labelled = (): number[] => Array.from(labelling.split.train.toSorted());
  /** Whether exactly these are selected; they are only listed where there are as many. */
  const isSelected = (count: number, nodes: () => readonly number[]): boolean =>
    count > 0 && count === selection.length && nodes().every((node, i) => node === selection[i]);
  /** Pressed once more, what it selected is let go. */
  const press = (nodes: readonly number[]) => select(isSelected(nodes.length, () => nodes) ? [] : nodes);
  // A class that nobody is taken for says something; a part that the set does not have says nothing.
  const isVoid = (entry: number): boolean =>
    counts[entry] === 0 && (mode === 'split' || entry === entries.length - 1);

  return (
    <ul className={styles.legend} aria-label="Legend">
      {entries.map((mark, entry) =>
        isVoid(entry) ? null : (
          <li key={mark.label}>
            <button
              type="button"
              className={styles.entry}
              title={`Select the nodes: ${mark.label}`}
              disabled={counts[entry] === 0}
              aria-pressed={isSelected(counts[entry]!, () => nodesOf(entry))}
              onClick={() => press(nodesOf(entry))}
            >
              <Swatch mark={mark} theme={theme} />
              <span>{mark.label}</span>
              <span className={styles.count}>{counts[entry]}</span>
            </button>
          </li>
        ),
      )}
      {mode !== 'split' && (
        <li>
          <button
            type="button"
            className={styles.entry}
            title="Select the nodes whose label training sees"
            aria-pressed={isSelected(labelling.split.train.length, labelled)}
            onClick={() => press(labelled())}
          >
            <svg className={styles.swatch} viewBox="0 0 12 12" aria-hidden="true">
              <circle cx="6" cy="6" r="4.5" fill="none" stroke="var(--ink)" strokeWidth="1.4" />
            </svg>
            <span>labelled</span>
            <span className={styles.count}>{labelling.split.train.length}</span>
          </button>
        </li>
      )}
    </ul>
  );
}
