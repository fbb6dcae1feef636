import type { ReactNode } from 'react';
import { guardOf, type Guard } from '../state/guards';
import type { ControlId } from '../state/controls';
import { useAppState } from '../state/hooks';
import styles from './Guarded.module.css';
import { Icon } from './Icon';
import { LOCKED } from './locked';
import { Popover } from './Popover';

interface Props {
  /** The group of controls that this is of. */
  readonly control: ControlId;
  /**
   * `line`: a control in a row of others. `part`: a block, whose lock stands beside its title. `corner`: one whose title
   * goes all the way across.
   */
  readonly look?: 'line' | 'part' | 'corner';
  readonly children: ReactNode;
}

/** A part of the page as the sender of a link wants it: free, seen but not touched, or not there. */
export function Guarded({ control, look = 'part', children }: Props) {
  const guard: Guard = useAppState((state) => guardOf(state.view, control));
  if (guard === 'free') return children;
  if (guard === 'hidden') return null;
  return (
    <div className={`${styles.guarded} ${styles[look]}`} data-locked={control} title={LOCKED}>
      <div className={styles.inside} inert>
        {children}
      </div>
      <Popover
        label="Locked"
        button={{
          className: styles.lock,
          title: LOCKED,
          'aria-label': LOCKED,
          children: <Icon name="lock" size={12} />,
        }}
      >
        <p className={styles.why}>
          {LOCKED}: visible but cannot be changed. A copy can be changed; the lesson stays as it is.
        </p>
      </Popover>
    </div>
  );
}
