import { useState } from 'react';
import { LAYERS, type AnyLayerDescriptor, type LayerSpec } from '../../../data/spec/layers/layers';
import type { Param, ParamValue } from '../../../data/spec/params';
import { useActions } from '../../state/actions';
import { Icon } from '../../widgets/Icon';
import { countOf, writeCount } from '../../widgets/numbers';
import { ParamForm } from '../../widgets/ParamForm';
import { Select } from '../../widgets/Select';
import { cardParams, changedText } from './cardParams';
import { changedLayer, layerOfKind, possible } from './layerChange';
import styles from './LayerCard.module.css';
import { LayerTools } from './LayerTools';

interface Props {
  readonly index: number;
  readonly depth: number;
  readonly layer: LayerSpec;
  readonly descriptor: AnyLayerDescriptor;
  readonly inChannels: number;
  readonly numClasses: number;
}

const KINDS = LAYERS.map(({ id, name }) => ({ value: id, label: name }));

/** One layer of the model: its kind, its parameters, what comes in and what goes out. */
export function LayerCard({ index, depth, layer, descriptor, inChannels, numClasses }: Props) {
  const { setLayer } = useActions();
  const [refused, setRefused] = useState({ times: 0, why: '' });
  const isOutput = index === depth - 1;
  const { common, rare } = cardParams(descriptor, layer, isOutput);

  const change = (key: string, value: ParamValue) => {
    const next = changedLayer(layer, key, value);
    if (typeof next === 'string') return setRefused(({ times }) => ({ times: times + 1, why: next }));
    if (refused.why) setRefused(({ times }) => ({ times, why: '' }));
    return setLayer(index, next);
  };
  const form = (params: readonly Param[]) => (
    <ParamForm
      // A new form shows the layer's own value again in place of the one refused.
      key={refused.times}
      compact
      params={params.map((param) => possible(param, layer))}
      values={{ ...layer }}
      onChange={change}
    />
  );
  const changed = changedText(rare, layer);
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
      {refused.why && (
        <p className={styles.refused} role="alert">
          {refused.why}
        </p>
      )}
      <details className={styles.more}>
        <summary>
          <Icon name="down" size={10} />
          <span>more</span>
          {changed && <span className={styles.changed}>{changed}</span>}
          <span className={styles.shape}>
            {writeCount(inChannels)}
            <Icon name="arrow" size={10} />
            <span className={styles.spoken}>to</span>
            {isOutput ? countOf(numClasses, 'class', 'classes') : writeCount(layer.width)}
          </span>
        </summary>
        <div className={styles.rare}>{form(rare)}</div>
      </details>
    </li>
  );
}
