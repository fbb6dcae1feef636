import { useMemo } from 'react';
import { useActions } from '../../state/actions';
import type { ComparisonState } from '../../state/comparison';
import { useAppState } from '../../state/hooks';
import { classesOf } from '../../state/trainingSlice';
import { ClassDot } from '../ClassDot';
import styles from './CompareFacts.module.css';
import { mostMoved } from './nodeColours';
import { scoreRows, settingRows, type SettingRow } from './settingsTable';

const MOST_LISTED = 40;

/** How the two differ: accuracies, the nodes with other neighbours, and then the settings. */
export function CompareFacts({ comparison }: { readonly comparison: ComparisonState }) {
  const [first, second] = comparison.sides;
  const isSeedHidden = useAppState(({ view }) => view.hidden.includes('seed'));
  const settings = settingRows(first.run, second.run).filter(({ name }) => !isSeedHidden || name !== 'seed');
  return (
    <>
      <Table heading="result" rows={scoreRows(first, second)} />
      <Moved comparison={comparison} />
      <Table
        heading={settings.length > 0 ? 'settings that differ' : 'all settings are the same'}
        rows={settings}
      />
    </>
  );
}

function Table({ heading, rows }: { readonly heading: string; readonly rows: readonly SettingRow[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">A</th>
          <th scope="col">B</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, first, second }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td title={first}>{first}</td>
            <td title={second}>{second}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Moved({ comparison }: { readonly comparison: ComparisonState }) {
  const { compared } = comparison;
  const { labelling } = comparison.base;
  const { hover, select } = useActions();
  const selection = useAppState((state) => state.view.selection);
  const hovered = useAppState((state) => state.hovered);
  const numClasses = labelling.classNames.length;
  const told = useMemo(() => {
    if (!compared) return null;
    const { moved } = compared;
    return {
      listed: mostMoved(moved, new Set(), MOST_LISTED),
      mean: moved.reduce((sum, share) => sum + share, 0) / Math.max(1, moved.length),
      guesses: [compared.first, compared.second].map(({ frame }) => classesOf(frame)),
    };
  }, [compared]);
  if (!compared || !told) return null;
  const { listed, mean, guesses } = told;
  return (
    <>
      <h3 className={styles.title}>Nodes whose neighbours changed most</h3>
      <p className={styles.note}>
        Of a node’s {compared.k} nearest in the full space {Math.round(100 * mean)} % are others in B, on
        average.
        {listed.length === 0 && ' No node has moved.'}
      </p>
      <ol className={styles.moved} onPointerLeave={() => hover(null)}>
        {listed.map((node) => (
          <li key={node}>
            <button
              type="button"
              className={styles.node}
              aria-pressed={selection.includes(node)}
              data-hovered={hovered === node || undefined}
              onPointerEnter={() => hover(node)}
              onFocus={() => hover(node)}
              onBlur={() => hover(null)}
              onClick={(event) => select([node], event.shiftKey ? 'toggle' : 'replace')}
            >
              <span>node {node}</span>
              <span className={styles.guesses} title={guesses[0] ? 'Predicted in A and in B' : 'Class'}>
                {guesses.map((predictions, index) => (
                  <ClassDot
                    key={index}
                    index={predictions?.[node] ?? labelling.y[node] ?? -1}
                    numClasses={numClasses}
                  />
                ))}
              </span>
              <span className={styles.share}>{Math.round(100 * compared.moved[node]!)} %</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
