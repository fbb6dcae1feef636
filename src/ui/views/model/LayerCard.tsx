import { LAYERS, type AnyLayerDescriptor, type LayerSpec } from '../../../data/run/layers/layers';
import type { Param, ParamValue } from '../../../data/run/params';
import { useActions } from '../../state/actions';
import { changedText } from '../../widgets/changedText';
import { Fold } from '../../widgets/Fold';
import { Icon } from '../../widgets/Icon';
import { countOf, writeCount } from '../../widgets/numbers';
import { Select } from '../../widgets/Select';
import { SettingsForm } from '../../widgets/SettingsForm';
import { cardParams } from './cardParams';
import { changedLayer, layerOfKind, possible } from './layerChange';
import styles from './LayerCard.module.css';
import { LayerTools } from './LayerTools';

interface Props {
  readonly index: number;
  readonly depth: number;
  readonly layer: LayerSpec;
  readonly descriptor: AnyLayerDescriptor;
  readonly inChannels: number;
  /** null where the task has none: the output layer then says its width itself. */
  readonly numClasses: number | null;
  /** Whether training takes batches of nodes. */
  readonly inBatches: boolean;
}

const KINDS = LAYERS.map(({ id, name }) => ({ value: id, label: name }));

/** One layer of the model: its kind, its parameters, what comes in and what goes out. */
export function LayerCard({ index, depth, layer, descriptor, inChannels, numClasses, inBatches }: Props) {
  const { setLayer } = useActions();
  const isOutput = index === depth - 1;
  const { common, rare } = cardParams(descriptor, layer, {
    isOutput,
    isWidthGiven: numClasses !== null,
    inBatches,
  });

  const change = (key: string, value: ParamValue): string | null => {
    const next = changedLayer(layer, key, value);
    if (typeof next === 'string') return next;
    setLayer(index, next);
    return null;
  };
  const form = (params: readonly Param[]) => (
    <SettingsForm
      key={layer.kind}
      params={params.map((param) => possible(param, layer))}
      values={{ ...layer }}
      onChange={change}
    />
  );
  return (
    <li className={styles.card} aria-label={`Layer ${index + 1}`}>
      <div className={styles.head}>
        <div className={styles.kind}>
          <Select
            label={`kind of layer ${index + 1}`}
            labelled="hidden"
            strong
            value={layer.kind}
            options={KINDS}
            onChange={(kind) => setLayer(index, layerOfKind(kind, layer, isOutput))}
          />
        </div>
        {!isOutput && <LayerTools index={index} hidden={depth - 1} />}
      </div>
      {common.length > 0 && form(common)}
      <Fold
        changed={changedText(rare, { ...layer })}
        aside={
          <span className={styles.shape}>
            {writeCount(inChannels)}
            <Icon name="arrow" size={10} />
            <span className={styles.spoken}>to</span>
            {isOutput && numClasses !== null
              ? countOf(numClasses, 'class', 'classes')
              : writeCount(layer.width)}
          </span>
        }
      >
        <div className={styles.rare}>{form(rare)}</div>
      </Fold>
    </li>
  );
}
