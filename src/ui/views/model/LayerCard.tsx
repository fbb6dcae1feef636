import type { AnyLayerDescriptor, LayerSpec } from '../../../data/spec/layers/layers';
import { validateLayerChange } from '../../../data/spec/validate';
import { useActions } from '../../state/actions';
import { Icon } from '../../widgets/Icon';
import { IconButton } from '../../widgets/IconButton';
import { countOf, writeCount } from '../../widgets/numbers';
import { ParamForm } from '../../widgets/ParamForm';
import styles from './LayerCard.module.css';

interface Props {
  readonly index: number;
  readonly layer: LayerSpec;
  readonly descriptor: AnyLayerDescriptor;
  readonly inChannels: number;
  /** Set for the last layer, which has one channel per class and gives its numbers to the softmax as they are. */
  readonly numClasses: number | null;
}

/** One layer of the model: what comes in, what goes out, and its parameters. */
export function LayerCard({ index, layer, descriptor, inChannels, numClasses }: Props) {
  const { setLayer, removeLayer } = useActions();
  const isOutput = numClasses !== null;
  const params = descriptor.params.filter(({ key }) => !isOutput || key === 'bias');
  return (
    <li className={styles.card} aria-label={`Layer ${index + 1}`}>
      <div className={styles.head}>
        <h3>{descriptor.name}</h3>
        <span className={styles.shape}>
          {writeCount(inChannels)}
          <Icon name="arrow" size={11} />
          <span className={styles.spoken}>to</span>
          {isOutput ? countOf(numClasses, 'class', 'classes') : writeCount(layer.width)}
        </span>
        {!isOutput && (
          <IconButton
            icon="close"
            size={11}
            label={`Remove layer ${index + 1}`}
            onClick={() => removeLayer(index)}
          />
        )}
      </div>
      <ParamForm
        compact={!isOutput}
        params={params}
        values={{ ...layer }}
        onChange={(key, value) => setLayer(index, validateLayerChange({ [key]: value }, layer))}
      />
    </li>
  );
}
