import { numFeatures } from '../../../data/graph/graphData';
import { LAYERS } from '../../../data/spec/layers/layers';
import { MAX_DEPTH } from '../../../data/spec/models';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Section } from '../../widgets/Section';
import { ResetHint } from '../ResetHint';
import { LayerCard } from './LayerCard';
import styles from './ModelPanel.module.css';

/** The layers from input to output, as cards. */
export function ModelPanel() {
  const { addLayer } = useActions();
  const layers = useAppState((state) => state.draft.model.layers);
  const graph = useAppState((state) => state.graph);
  if (!graph) return null;
  const { features, labelling } = graph.data;
  const isFull = layers.length >= MAX_DEPTH;
  const kinds = LAYERS.filter(({ id }) => layers.some(({ kind }) => kind === id));
  return (
    <Section title="Model">
      <ResetHint about={['architecture']} />
      <ol className={styles.layers}>
        {layers.map((layer, index) => (
          <LayerCard
            // Layers have no identity but their place.
            key={`${index} of ${layers.length}`}
            index={index}
            layer={layer}
            descriptor={LAYERS.find(({ id }) => id === layer.kind)!}
            inChannels={layers[index - 1]?.width ?? numFeatures(features)}
            numClasses={index === layers.length - 1 ? labelling.classNames.length : null}
          />
        ))}
      </ol>
      <div>
        <Button
          look="link"
          icon="plus"
          disabled={isFull}
          title={isFull ? `${MAX_DEPTH} layers are the most` : undefined}
          onClick={() => addLayer()}
        >
          layer
        </Button>
      </div>
      {kinds.map(({ id, name, sentence, paper }) => (
        <p key={id} className={styles.sentence} title={paper}>
          {name}: {sentence}
        </p>
      ))}
    </Section>
  );
}
