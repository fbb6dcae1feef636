import { useState, type SyntheticEvent } from 'react';
import { useAppStore } from '../../state/hooks';
import { wholePageLink } from '../share/sharedLink';
import styles from './EmbedView.module.css';

/** Leads to the same scene outside of the frame: written anew when somebody turns to it, not at every epoch. */
export function WholePageLink() {
  const store = useAppStore();
  const [first] = useState(() => wholePageLink(store.getState()));
  const refresh = ({ currentTarget }: SyntheticEvent<HTMLAnchorElement>): void => {
    currentTarget.href = wholePageLink(store.getState());
  };
  return (
    <a
      className={styles.whole}
      href={first}
      target="_blank"
      rel="noreferrer"
      onPointerEnter={refresh}
      onFocus={refresh}
      onClick={refresh}
    >
      Open in the playground
    </a>
  );
}
