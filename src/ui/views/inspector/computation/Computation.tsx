import { memo } from 'react';
import type { GraphData } from '../../../../data/graph/graphData';
import { useAppState } from '../../../state/hooks';
import { Fetched } from '../../../widgets/Fetched';
import { later } from '../../../widgets/later';
import inspector from '../Inspector.module.css';
import { NodeSummary } from '../NodeSummary';
import { selfLoopOf } from '../neighbours';
import { nodeName } from '../nodeFacts';
import styles from './Computation.module.css';

const methodPart = later(() => import('../method/MethodPart'));
const explainedPart = later(() => import('./Explained'));
const inputFeatures = later(() => import('./InputFeatures'));

const LOOKING = 'Computing…';

interface Props {
  readonly graph: GraphData;
  readonly node: number;
}

/**
 * How a node came by its row at the layer that is looked at, step by step before all else, with what the node is after
 * the steps. Its surroundings change with every frame of training, this with every explanation.
 */
export const Computation = memo(function Computation({ graph, node }: Props) {
  const facts = <NodeSummary graph={graph} node={node} />;
  const { model } = useAppState((state) => state.run);
  const layers = useAppState((state) => state.training.layers);
  const chosen = useAppState((state) => state.view.layer);
  const { explanation, message } = useAppState((state) => state.explained);
  const layer = layers.find(({ id }) => id === chosen);

  const { method } = model;
  if (method)
    return (
      <>
        <Fetched part={methodPart} waiting={<Note text={LOOKING} />}>
          {({ MethodPart }) => <MethodPart graph={graph} node={node} method={method} />}
        </Fetched>
        {facts}
      </>
    );
  if (layer?.kind === 'input')
    return (
      <>
        <Fetched part={inputFeatures} waiting={<Note text={LOOKING} />}>
          {({ InputFeatures }) => (
            <InputFeatures graph={graph} node={node} next={layers[layers.indexOf(layer) + 1] ?? null} />
          )}
        </Fetched>
        {facts}
      </>
    );
  const without = (text: string) => (
    <>
      <Note text={text} />
      {facts}
    </>
  );
  if (message !== null) return without(message);

  const spec = explanation ? model.layers[explanation.trace.layer] : undefined;
  const explained = explanation ? layers[explanation.trace.layer + 1] : undefined;
  // The trace of the node or layer before stays until the next one is there; one of a model that is gone does not.
  if (!explanation || !explained || spec?.kind !== explanation.trace.kind) return without(LOOKING);
  return (
    <Fetched part={explainedPart} waiting={without(LOOKING)}>
      {({ Explained }) => (
        <Explained
          graph={graph}
          layer={explained}
          epoch={explanation.epoch}
          subject={{
            trace: explanation.trace,
            spec,
            parameters: explanation.parameters,
            isWeighted: graph.edgeWeight !== null,
            selfLoop: selfLoopOf(graph, explanation.trace.node),
            nameOf: (other) => nodeName(graph, other),
          }}
        >
          {facts}
        </Explained>
      )}
    </Fetched>
  );
});

function Note({ text }: { readonly text: string }) {
  return (
    <section className={inspector.part}>
      <p className={styles.note}>{text}</p>
    </section>
  );
}
