import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useFitted } from '../../model/useFitted';
import { later } from '../../../widgets/later';
import styles from './LinkedFormula.module.css';

interface Props {
  /** TeX with marked terms. */
  readonly lines: readonly string[];
  /** Id of the term to set apart. */
  readonly active: string | null;
  readonly onPoint: (term: string) => void;
  readonly onPress: (term: string) => void;
}

/** For reading from the back of a room. */
const LARGEST = 16;

/** Loaded with the first formula, so that the page starts without it. */
const typesetter = later(() => import('./typesetTerms'));

const termAt = ({ target }: Event): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-term]')?.dataset.term ?? null) : null;

/** A formula whose terms can be pointed at. Its terms stand below it as buttons, for the keyboard. */
export function LinkedFormula({ lines, active, onPoint, onPress }: Props) {
  const [markup, setMarkup] = useState<string | 'failed' | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const tex = lines.join('\n');
  useEffect(() => {
    let isCurrent = true;
    typesetter
      .fetch()
      .then(({ typesetTerms }) => isCurrent && setMarkup(typesetTerms(tex.split('\n'))))
      .catch(() => isCurrent && setMarkup('failed'));
    return () => {
      isCurrent = false;
    };
  }, [tex]);
  useFitted(box, markup === 'failed' ? null : markup, LARGEST);
  useLayoutEffect(() => {
    if (markup === null) return;
    for (const term of box.current?.querySelectorAll<HTMLElement>('[data-term]') ?? [])
      term.toggleAttribute('data-active', term.dataset.term === active);
  }, [markup, active]);
  const point = useEffectEvent((event: Event) => {
    const term = termAt(event);
    if (term !== null) onPoint(term);
  });
  const press = useEffectEvent((event: Event) => {
    const term = termAt(event);
    if (term !== null) onPress(term);
  });
  // On the element itself: what is pointed at is the typesetter's, and hidden from those who go by the keyboard.
  useEffect(() => {
    const element = box.current;
    const pointed = (event: Event) => point(event);
    const pressed = (event: Event) => press(event);
    element?.addEventListener('pointerover', pointed);
    element?.addEventListener('click', pressed);
    return () => {
      element?.removeEventListener('pointerover', pointed);
      element?.removeEventListener('click', pressed);
    };
  }, []);
  if (markup === 'failed')
    return <code className={styles.tex}>{tex.replaceAll(/\\htmlData\{[^}]*\}/g, '')}</code>;
  return (
    <div
      ref={box}
      className={styles.formula}
      style={{ '--lines': lines.length }}
      dangerouslySetInnerHTML={{ __html: markup ?? '' }}
    />
  );
}
