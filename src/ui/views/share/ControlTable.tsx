import { CONTROLS } from '../../state/controls';
import { guardOf, GUARDS } from '../../state/guards';
import { Button } from '../../widgets/Button';
import { Segmented } from '../../widgets/Segmented';
import { guarded } from './shareOptions';
import styles from './LinkTab.module.css';
import type { TabProps } from './tabs';

const SEGMENTS = GUARDS.map((value) => ({ value, label: value }));

/** What the receiver may touch, see only, or not see. */
export function ControlTable({ options, onOptions }: TabProps) {
  const changed = options.locked.length + options.hidden.length;
  return (
    <section className={styles.controls} aria-labelledby="share-controls">
      <header className={styles.controlsHead}>
        <h3 id="share-controls" className={styles.legend}>
          Controls on the receiver’s page
        </h3>
        {changed > 0 && (
          <Button look="link" onClick={() => onOptions({ ...options, locked: [], hidden: [] })}>
            Clear
          </Button>
        )}
      </header>
      <ul className={styles.rows}>
        {CONTROLS.map(({ id, name }) => (
          <li key={id} className={styles.row}>
            <span>{name}</span>
            <Segmented
              label={name}
              value={guardOf(options, id)}
              segments={SEGMENTS}
              onChange={(guard) => onOptions(guarded(options, id, guard))}
            />
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        Locked: visible but cannot be changed. Hidden: not on the receiver’s page, but still in the link,
        since the run depends on it. Your own page stays as it is.
      </p>
    </section>
  );
}
