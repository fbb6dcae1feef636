import { useEffect, useId, useRef } from 'react';
import type { LayerInfo } from '../../../engine/types';
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
  const strip = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const frame = strip.current?.querySelector(`[data-layer='${chosen}']`);
    frame?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
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
