import { Formula } from './Formula';
import styles from './KindNote.module.css';

interface Props {
  readonly descriptor: {
    readonly name: string;
    readonly formula: string;
    readonly sentence: string;
    readonly paper: string;
  };
  readonly label: string;
}

/** What a kind of layer, or a method, does: its formula, a sentence, and the paper it is from. */
export function KindNote({ descriptor, label }: Props) {
  const { name, formula, sentence, paper } = descriptor;
  return (
    <article className={styles.note} aria-label={label}>
      <h3>{name}</h3>
      <Formula tex={formula} />
      <p>{sentence}</p>
      <details className={styles.paper}>
        <summary>paper</summary>
        <cite>{paper}</cite>
      </details>
    </article>
  );
}
