import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { IconButton } from '../../widgets/IconButton';
import { countOf } from '../../widgets/numbers';
import styles from './OpenStart.module.css';

/** The visitor's own graphs that are at hand, each to open again or to forget. */
export function OwnList() {
  const { loadData, forgetOwnSet, cancelImport } = useActions();
  const sets = useAppState((state) => state.ownSets);
  if (sets.length === 0) return null;
  return (
    <>
      <h3>Yours</h3>
      <ul className={styles.own}>
        {sets.map(({ id, name, counts }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.ownName}
              onClick={() => {
                cancelImport();
                loadData(id);
              }}
            >
              {name}
            </button>
            <span className={styles.quiet}>{countOf(counts.nodes, 'node')}</span>
            <IconButton icon="bin" label={`Forget ${name}`} onClick={() => forgetOwnSet(id)} />
          </li>
        ))}
      </ul>
    </>
  );
}
