import { ClassDot } from '../ClassDot';
import styles from './Inspector.module.css';

interface Props {
  readonly index: number;
  readonly classNames: readonly string[];
}

/** A class by colour and name. */
export function ClassLabel({ index, classNames }: Props) {
  return (
    <span className={styles.class}>
      <ClassDot index={index} numClasses={classNames.length} />
      {classNames[index] ?? 'none'}
    </span>
  );
}
