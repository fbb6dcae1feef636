import { useEffect, useRef } from 'react';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { IconButton } from '../../widgets/IconButton';
import { LinkedFormula } from '../inspector/computation/LinkedFormula';
import { nodeTitle } from '../inspector/nodeFacts';
import { LayerName } from '../LayerName';
import styles from './Narration.module.css';

const nothing = (): void => {};

/** What is told of a node at this place, in large type, with the line of the formula that it is about. */
export function Narration() {
  const { playLayers, pauseLayers, stepLayers } = useActions();
  const narration = useAppState((state) => state.narration);
  const graph = useAppState((state) => state.graph?.data ?? null);
  const layers = useAppState((state) => state.training.layers);
  const chosen = useAppState((state) => state.view.layer);
  const node = useAppState((state) => state.view.selection[0]);
  const part = useRef<HTMLElement>(null);
  // So that the arrow keys are the narration's from the start.
  useEffect(() => part.current?.focus({ preventScroll: true }), []);
  if (!narration || !graph || node === undefined || node >= graph.numNodes) return null;
  const { told, beat, count, isPlaying, isChosen } = narration;
  const at = layers.findIndex(({ id }) => id === chosen);
  const layer = layers[at];
  const isFirst = at === 0 && beat === 0;
  const isLast = at === layers.length - 1 && beat === count - 1;
  return (
    <section ref={part} className={styles.narration} aria-label="Layer by layer" tabIndex={-1}>
      <div className={styles.words}>
        <p className={styles.place}>
          {isChosen && 'No node was selected, so this is about '}
          <b>{nodeTitle(graph, node)}</b>
          {layer && (
            <>
              {' · '}
              <LayerName label={layer.label} />
              {count > 1 && `, sentence ${beat + 1} of ${count}`}
            </>
          )}
        </p>
        <output className={styles.text} aria-live="polite">
          {told?.text ?? 'Computing…'}
        </output>
      </div>
      <div className={styles.line} aria-hidden="true">
        {told?.line && (
          <LinkedFormula lines={[told.line]} active={told.term} onPoint={nothing} onPress={nothing} />
        )}
      </div>
      <div className={styles.buttons}>
        <IconButton
          icon="back"
          label="One sentence back"
          hint="←"
          disabled={isFirst}
          onClick={() => stepLayers(-1)}
        />
        <IconButton
          icon={isPlaying ? 'pause' : 'play'}
          label={isPlaying ? 'Stand still' : 'Go on by itself'}
          hint="space"
          disabled={isLast && !isPlaying}
          onClick={pauseLayers}
        />
        <IconButton
          icon="arrow"
          label="Next sentence"
          hint="→"
          disabled={isLast}
          onClick={() => stepLayers(1)}
        />
        <IconButton icon="close" label="End playing through the layers" hint="Esc" onClick={playLayers} />
      </div>
    </section>
  );
}
