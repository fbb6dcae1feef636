import { useEffect, useRef, useState } from 'react';
import { later } from '../../widgets/later';
import styles from './Formula.module.css';
import { useFitted } from './useFitted';

/** Loaded with the first formula, so that the page starts without it. */
const typesetter = later(() => import('./typeset'));

/** A formula, typeset as large as its panel allows. Where the typesetter cannot be loaded, its TeX says the same. */
export function Formula({ tex }: { readonly tex: string }) {
  const [markup, setMarkup] = useState<string | 'failed' | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isCurrent = true;
    typesetter
      .fetch()
      .then(({ typeset }) => isCurrent && setMarkup(typeset(tex)))
      .catch(() => isCurrent && setMarkup('failed'));
    return () => {
      isCurrent = false;
    };
  }, [tex]);
  useFitted(box, markup === 'failed' ? null : markup);
  if (markup === 'failed') return <code className={styles.tex}>{tex}</code>;
  return <div ref={box} className={styles.formula} dangerouslySetInnerHTML={{ __html: markup ?? '' }} />;
}
