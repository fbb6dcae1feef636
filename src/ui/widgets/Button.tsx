import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon';

interface Props extends Omit<ComponentProps<'button'>, 'type' | 'className'> {
  /** `plain` has a hairline, `accent` is filled, `link` is text in the accent colour. */
  readonly look?: 'plain' | 'accent' | 'link';
  readonly icon?: IconName;
}

export function Button({ look = 'plain', icon, children, ...rest }: Props) {
  return (
    <button type="button" className={`${styles.button} ${styles[look]}`} {...rest}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </button>
  );
}
