import { useEffect, useId, useRef } from 'react';
import type { LayerInfo } from '../../../data/run/records';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { LayerName } from '../LayerName';
import { FilmFrame } from './FilmFrame';
import styles from './FilmStrip.module.css';

const KINDS: Readonly<Record<LayerInfo['kind'], string>> = {
  input: 'input features',
  hidden: 'hidden layer',
  output: 'output, before the softmax',
};

/**
 * What each layer makes of the nodes, from the input to the output: a small picture each, in one frame. Choosing one
 * moves every point of the large picture from where it was to where it goes. Radio buttons, so that arrow keys walk.
 */
export function FilmStrip() {
  const name = useId();
  const { setView } = useActions();
  const layers = useAppState((state) => state.training.layers);
  const chosen = useAppState((state) => state.view.layer);
  const count = layers.length;
  const strip = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const frames = strip.current;
    const frame = frames?.querySelector<HTMLElement>(`[data-layer='${chosen}']`);
    if (!frames || !frame || count === 0) return undefined;
    const bringIntoView = (): void => {
      // With half of its neighbours on either side, so that one sees that there are some; the page stays where it is.
      const around = frame.offsetWidth / 2;
      const first = frame.offsetLeft - around;
      const last = frame.offsetLeft + frame.offsetWidth + around - frames.clientWidth;
      if (frames.scrollLeft > first) frames.scrollLeft = first;
      else if (frames.scrollLeft < last) frames.scrollLeft = last;
    };
    // Told of its size at once, and of each that it has later.
    const observer = new ResizeObserver(bringIntoView);
    observer.observe(frames);
    return () => observer.disconnect();
  }, [chosen, count]);
  return (
    <fieldset ref={strip} className={styles.strip} aria-label="Layer">
      {layers.map(({ id, label, kind, numCols }) => (
        <label
          key={id}
          data-layer={id}
          className={styles.choice}
          title={`${label}: ${KINDS[kind]}, ${numCols} wide`}
        >
          <input
            type="radio"
            name={name}
            aria-label={`${label}: ${KINDS[kind]}, ${numCols} wide`}
            checked={id === chosen}
            onChange={() => setView({ layer: id })}
          />
          <span className={styles.face}>
            <FilmFrame layer={id} />
            <span className={styles.label}>
              <LayerName label={label} />
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
