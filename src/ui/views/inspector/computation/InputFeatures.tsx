import { useState } from 'react';
import { featureName } from '../../../../data/graph/featureNames';
import type { GraphData } from '../../../../data/graph/graphData';
import type { LayerInfo } from '../../../../data/run/records';
import { useActions } from '../../../state/actions';
import { Button } from '../../../widgets/Button';
import { countOf, writeCount } from '../../../widgets/numbers';
import { writeSigned } from '../../../widgets/writeSigned';
import { LayerName } from '../../LayerName';
import inspector from '../Inspector.module.css';
import { nodeName } from '../nodeFacts';
import { featuresOf } from './featuresOf';
import styles from './InputFeatures.module.css';

interface Props {
  readonly graph: GraphData;
  readonly node: number;
  /** The layer after the input. */
  readonly next: LayerInfo | null;
}

const MOST = 60;

/** What a node brings along: nothing is computed before the first layer. */
export function InputFeatures({ graph, node, next }: Props) {
  const { setView } = useActions();
  const [isWhole, setWhole] = useState(false);
  const { features, numCols, isIdentity } = featuresOf(graph.features, node);
  const shown = isWhole ? features : features.slice(0, MOST);
  return (
    <section className={inspector.part} aria-label="Features">
      <h3>Input features: X</h3>
      <p>
        {isIdentity
          ? 'X holds the input features. The nodes of this graph have none, so each is told by its number: one 1, and 0 elsewhere (one-hot).'
          : `X holds the input features: ${countOf(features.length, 'feature')} of ${writeCount(numCols)} ${features.length === 1 ? 'is' : 'are'} not 0.`}
      </p>
      <ul className={styles.features} aria-label="Features that are not 0">
        {shown.map(({ index, value }) => (
          <li key={index}>
            {isIdentity ? nodeName(graph, node) : featureName(graph, index)}
            {value !== 1 && <b> {writeSigned(value)}</b>}
          </li>
        ))}
      </ul>
      {features.length > shown.length && (
        <Button look="link" onClick={() => setWhole(true)}>
          Show all {writeCount(features.length)}
        </Button>
      )}
      {next && (
        <div>
          <Button icon="arrow" onClick={() => setView({ layer: next.id })}>
            <span>
              See how <LayerName label={next.label} /> is computed
            </span>
          </Button>
        </div>
      )}
    </section>
  );
}
