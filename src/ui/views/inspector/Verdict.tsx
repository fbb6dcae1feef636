import { Icon } from '../../widgets/Icon';
import styles from './Inspector.module.css';

/** Right or wrong, by sign and word; nothing where it cannot be told. */
export function Verdict({ right }: { readonly right: boolean | null }) {
  if (right === null) return null;
  return (
    <span className={right ? styles.right : styles.wrong}>
      <Icon name={right ? 'check' : 'close'} size={11} />
      {right ? 'right' : 'wrong'}
    </span>
  );
}
