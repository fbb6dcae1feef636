import { numFeatures } from '../../../data/graph/graphData';
import { layerDescriptor } from '../../../data/run/layers/defaults';
import { LAYERS } from '../../../data/run/layers/layers';
import { descriptorOf } from '../../../data/run/catalogue';
import { learnsFromLabels, MAX_DEPTH, MODELS } from '../../../data/run/models';
import { taskDescriptor } from '../../../data/run/tasks/tasks';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Section } from '../../widgets/Section';
import { KindNote } from './KindNote';
import { LayerCard } from './LayerCard';
import { MethodCard } from './MethodCard';
import styles from './ModelPanel.module.css';
import { recipeText } from './recipe';

/** What the model is, and its layers from input to output, as cards. */
export function ModelPanel() {
  const { addLayer } = useActions();
  const { id, layers, method } = useAppState((state) => state.run.model);
  const inBatches = useAppState((state) => state.run.training.batchSize > 0);
  const dataId = useAppState((state) => state.run.data.id);
  const task = useAppState((state) => state.run.task);
  const graph = useAppState((state) => state.graph);
  if (!graph) return null;
  const { features, labelling } = graph.data;
  const { output } = taskDescriptor(task.id);
  const isFull = layers.length >= MAX_DEPTH;
  const model = MODELS.find((each) => each.id === id);
  const recipe = model && recipeText(model, descriptorOf(dataId));
  const kinds = LAYERS.filter((each) => layers.some(({ kind }) => kind === each.id));
  return (
    <Section title="Model">
      {model && <p className={styles.sentence}>{model.sentence}</p>}
      {recipe && <p className={styles.recipe}>{recipe}</p>}
      {model && labelling.classNames.length === 0 && learnsFromLabels(model, task) && (
        <p className={styles.recipe} role="note">
          {model.name} learns from labels, and this graph has none. Open its file again and choose a label
          column, or train Node2Vec or factorisation.
        </p>
      )}
      {method && <MethodCard method={method} />}
      {layers.length > 0 && (
        <>
          <ol className={styles.layers}>
            {layers.map((layer, index) => (
              <LayerCard
                // Layers have no identity but their place.
                key={`${index} of ${layers.length}`}
                index={index}
                layer={layer}
                depth={layers.length}
                descriptor={layerDescriptor(layer.kind)}
                inChannels={layers[index - 1]?.width ?? numFeatures(features)}
                numClasses={output === 'classes' ? labelling.classNames.length : null}
                inBatches={inBatches}
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
        </>
      )}
      {kinds.map((descriptor) => (
        <KindNote key={descriptor.id} descriptor={descriptor} label={`${descriptor.name} layer`} />
      ))}
    </Section>
  );
}
