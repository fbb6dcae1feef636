import { Icon } from '../../widgets/Icon';
import styles from './DropHint.module.css';

export function DropHint() {
  return (
    <output className={styles.hint}>
      <Icon name="file" size={24} />
      <span>Drop a graph, its tables or a scene. They stay in this tab.</span>
    </output>
  );
}
