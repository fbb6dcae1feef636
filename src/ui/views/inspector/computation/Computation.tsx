import { memo } from 'react';
import type { GraphData } from '../../../../data/graph/graphData';
import { useAppState } from '../../../state/hooks';
import inspector from '../Inspector.module.css';
import { MethodPart } from '../method/MethodPart';
import { nodeName } from '../nodeFacts';
import styles from './Computation.module.css';
import { Explained } from './Explained';
import { InputFeatures } from './InputFeatures';

interface Props {
  readonly graph: GraphData;
  readonly node: number;
}

/**
 * How a node came by its row at the layer that is looked at. Its surroundings change with every frame of training, this
 * with every explanation.
 */
export const Computation = memo(function Computation({ graph, node }: Props) {
  const { model } = useAppState((state) => state.run);
  const layers = useAppState((state) => state.training.layers);
  const chosen = useAppState((state) => state.view.layer);
  const { explanation, message } = useAppState((state) => state.explained);
  const layer = layers.find(({ id }) => id === chosen);

  if (model.method) return <MethodPart graph={graph} node={node} method={model.method} />;
  if (layer?.kind === 'input')
    return <InputFeatures graph={graph} node={node} next={layers[layers.indexOf(layer) + 1] ?? null} />;
  if (message !== null) return <Note text={message} />;

  const spec = explanation ? model.layers[explanation.trace.layer] : undefined;
  const explained = explanation ? layers[explanation.trace.layer + 1] : undefined;
  // The trace of the node or layer before stays until the next one is there; one of a model that is gone does not.
  if (!explanation || !explained || spec?.kind !== explanation.trace.kind)
    return <Note text="Looking how it came about." />;
  return (
    <Explained
      graph={graph}
      layer={explained}
      epoch={explanation.epoch}
      subject={{
        trace: explanation.trace,
        spec,
        parameters: explanation.parameters,
        isWeighted: graph.edgeWeight !== null,
        nameOf: (other) => nodeName(graph, other),
      }}
    />
  );
});

function Note({ text }: { readonly text: string }) {
  return (
    <section className={inspector.part}>
      <p className={styles.note}>{text}</p>
    </section>
  );
}
