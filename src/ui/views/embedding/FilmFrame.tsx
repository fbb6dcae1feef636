/** The small picture of one layer: drawn again, now and then, as its positions or colours change. */
import { useLayoutEffect, useRef } from 'react';
import { isRecoloured } from '../../canvas/colouring';
import { useTheme } from '../../palette/theme';
import { useAppState, useAppStore } from '../../state/hooks';
import { drawFrame } from './filmDrawing';
import styles from './FilmStrip.module.css';
import { drawInTurn, forgetTurn } from './filmTurns';

/** However fast the network trains, a small picture is drawn again this often at most. */
const AGAIN_MS = 250;

export function FilmFrame({ layer }: { readonly layer: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useAppStore();
  const theme = useTheme();
  const picture = useAppState((state) => state.strip[layer]);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    let timer = 0;
    const draw = (): void => {
      drawFrame(element, store.getState(), layer, theme);
    };
    const takeTurn = (): void => {
      timer = 0;
      drawInTurn(draw);
    };
    draw();
    const unsubscribe = store.subscribe((now, before) => {
      const isSameScale =
        now.view.filmScale === before.view.filmScale && (!now.view.filmScale || now.strip === before.strip);
      const isSame = now.strip[layer] === before.strip[layer] && isSameScale && !isRecoloured(now, before);
      if (!isSame) timer ||= window.setTimeout(takeTurn, AGAIN_MS);
    });
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      forgetTurn(draw);
      unsubscribe();
      observer.disconnect();
    };
  }, [store, theme, layer]);
  return (
    <>
      <canvas ref={canvas} className={styles.frame} aria-hidden="true" />
      {picture?.kind === 'nothing' && (
        <span className={styles.nothing} title={picture.sentence}>
          none
        </span>
      )}
    </>
  );
}
