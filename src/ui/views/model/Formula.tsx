import { useEffect, useRef, useState } from 'react';
import styles from './Formula.module.css';

/** Loaded with the first formula: the page starts without it. */
const typesetter = () => import('./typeset');

/** A formula, typeset. Until it is, and where that fails, its TeX says the same. */
export function Formula({ tex }: { readonly tex: string }) {
  const [markup, setMarkup] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isCurrent = true;
    typesetter()
      .then(({ typeset }) => isCurrent && setMarkup(typeset(tex)))
      .catch(() => isCurrent && setMarkup(null));
    return () => {
      isCurrent = false;
    };
  }, [tex]);
  useEffect(() => {
    const element = box.current;
    if (!element || markup === null) return undefined;
    const watch = new ResizeObserver(() => fit(element));
    watch.observe(element);
    return () => watch.disconnect();
  }, [markup]);
  return markup === null ? (
    <div className={styles.waiting}>
      <code className={styles.tex}>{tex}</code>
    </div>
  ) : (
    <div ref={box} className={styles.formula} dangerouslySetInnerHTML={{ __html: markup }} />
  );
}

const SIZE = 13;
const SMALLEST = 8;

/** As large as the panel allows. */
function fit(box: HTMLElement): void {
  box.style.fontSize = `${SIZE}px`;
  const wanted = box.scrollWidth;
  if (wanted > box.clientWidth)
    box.style.fontSize = `${Math.max(SMALLEST, Math.floor((10 * SIZE * box.clientWidth) / wanted) / 10)}px`;
}
