import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon';
import styles from './IconButton.module.css';
import { Popover } from './Popover';

interface Props extends Omit<ComponentProps<typeof Popover>, 'button'> {
  readonly icon: IconName;
  /** What the pointer is told; else the label. */
  readonly hint?: string;
  /** The accessible name of the button; else the label of the sheet. */
  readonly name?: string;
  /** Something is set in the sheet, and holds. */
  readonly isOn?: boolean;
  readonly size?: number;
}

/** An icon button that opens a sheet. */
export function IconPopover({ icon, hint, name, isOn = false, size = 16, ...popover }: Props) {
  const label = name ?? popover.label;
  return (
    <Popover
      button={{
        className: styles.button,
        title: hint ?? label,
        'aria-label': label,
        'data-on': isOn || undefined,
        children: <Icon name={icon} size={size} />,
      }}
      {...popover}
    />
  );
}
