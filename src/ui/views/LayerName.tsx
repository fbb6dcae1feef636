import styles from './LayerName.module.css';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The label of a layer, `H⁴`, with its superscript as markup: the page's font has no raised 4 to 9. */
export function LayerName({ label }: { readonly label: string }) {
  const index = [...label].findIndex((letter) => SUPERSCRIPTS.includes(letter));
  if (index < 0) return label;
  const raised = Array.from(label.slice(index), (letter) => SUPERSCRIPTS.indexOf(letter)).join('');
  return (
    <span className={styles.name}>
      {label.slice(0, index)}
      <sup>{raised}</sup>
    </span>
  );
}
