import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import type { TermId } from '../../texts/terms';
import { Fetched } from '../Fetched';
import { later } from '../later';
import styles from './Term.module.css';

const termSheet = later(() => import('./TermSheet'));

/** Milliseconds that a pointer rests on a term before its explanation comes by itself. */
const REST = 400;

/** Whether terms are stops of the Tab key. Not in the bar: from there the graph is few stops away, and the glossary has all terms. */
export const TermStops = createContext(true);

interface Props {
  readonly of: TermId;
  /** What this one stands for here, after what it means everywhere. */
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

/** A word of the field, explained by a press, by Enter, or by a pointer that rests on it. */
export function Term({ of, hint, children }: Props) {
  const isStop = useContext(TermStops);
  const anchor = useRef<HTMLButtonElement>(null);
  const [how, setHow] = useState<'closed' | 'pressed' | 'hovered'>('closed');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** A press closes the sheet before the button hears of it. */
  const wasPressed = useRef(false);
  const wait = (after: () => void): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(after, REST);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const close = (): void => {
    clearTimeout(timer.current);
    setHow('closed');
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={styles.term}
        tabIndex={isStop ? 0 : -1}
        aria-expanded={how !== 'closed'}
        onPointerEnter={(event) => {
          if (event.pointerType !== 'mouse' || how !== 'closed') return;
          // What somebody has opened is not closed by a pointer that comes by.
          wait(() => document.querySelector(':popover-open') ?? setHow('hovered'));
        }}
        onPointerLeave={() => (how === 'hovered' ? wait(close) : clearTimeout(timer.current))}
        onPointerDown={() => {
          wasPressed.current = how === 'pressed';
        }}
        onKeyDown={() => {
          wasPressed.current = how === 'pressed';
        }}
        onClick={(event) => {
          // Its label or its row has a meaning of its own.
          event.preventDefault();
          event.stopPropagation();
          clearTimeout(timer.current);
          setHow(wasPressed.current ? 'closed' : 'pressed');
        }}
      >
        {children}
      </button>
      {how !== 'closed' && (
        <Fetched part={termSheet}>
          {({ TermSheet }) => (
            <TermSheet
              id={of}
              hint={hint}
              anchor={anchor}
              takesFocus={how === 'pressed'}
              onStay={() => clearTimeout(timer.current)}
              onLeave={() => how === 'hovered' && wait(close)}
              onClose={close}
            />
          )}
        </Fetched>
      )}
    </>
  );
}
