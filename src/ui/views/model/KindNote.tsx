import type { AnyLayerDescriptor } from '../../../data/spec/layers/layers';
import { Formula } from './Formula';
import styles from './KindNote.module.css';

/** What a kind of layer does: its formula, a sentence, and the paper it is from. */
export function KindNote({ descriptor }: { readonly descriptor: AnyLayerDescriptor }) {
  const { name, formula, sentence, paper } = descriptor;
  return (
    <article className={styles.note} aria-label={`${name} layer`}>
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
