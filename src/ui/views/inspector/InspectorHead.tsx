import { useActions } from '../../state/actions';
import { IconButton } from '../../widgets/IconButton';
import styles from './Inspector.module.css';

export function InspectorHead({ title }: { readonly title: string }) {
  const { select } = useActions();
  return (
    <div className={styles.head}>
      <h2 tabIndex={-1}>{title}</h2>
      <IconButton icon="close" size={12} label="Clear the selection" hint="Esc" onClick={() => select([])} />
    </div>
  );
}
