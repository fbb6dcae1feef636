import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon';
import styles from './IconButton.module.css';

interface Props extends Omit<ComponentProps<'button'>, 'type' | 'className' | 'children'> {
  readonly icon: IconName;
  /** Its accessible name, and what the pointer is told. */
  readonly label: string;
  /** Added to the pointer's hint: a key, or the reason why the button is off. */
  readonly hint?: string | undefined;
  readonly size?: number;
}

export function IconButton({ icon, label, hint, size = 16, ...rest }: Props) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      title={hint ? `${label} (${hint})` : label}
      {...rest}
    >
      <Icon name={icon} size={size} />
    </button>
  );
}
