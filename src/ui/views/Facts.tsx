import type { ReactNode } from 'react';
import { Named } from '../widgets/term/Named';
import styles from './Facts.module.css';

interface Props {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode; readonly hint?: string }[];
}

/** Names on the left, values on the right. */
export function Facts({ facts }: Props) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, hint }) => (
        <div key={name} title={hint}>
          <dt>
            <Named label={name} hint={hint} />
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
