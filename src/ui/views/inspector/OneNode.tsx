import type { GraphData } from '../../../data/graph/graphData';
import { Guarded } from '../../widgets/Guarded';
import { Named } from '../../widgets/term/Named';
import { EditNode } from '../graph/EditNode';
import { LabelByHand } from '../graph/LabelByHand';
import { Computation } from './computation/Computation';
import { FieldButton } from './FieldButton';
import { FileColumns } from './FileColumns';
import { InspectorHead } from './InspectorHead';
import styles from './Inspector.module.css';
import { nodeTitle } from './nodeFacts';
import { Probabilities } from './Probabilities';
import { useProbabilities } from './useProbabilities';

interface Props {
  readonly graph: GraphData;
  readonly node: number;
}

/** One node: how it came by its row, what it is, and what the model takes it for. */
export function OneNode({ graph, node }: Props) {
  const probabilities = useProbabilities(graph, node);
  return (
    <>
      <section className={styles.title}>
        <InspectorHead title={nodeTitle(graph, node)} />
        <FieldButton graph={graph} node={node} />
      </section>
      <Computation graph={graph} node={node} />
      {probabilities && (
        <section className={styles.part}>
          <h3>
            <Named label="Class probabilities" />
          </h3>
          <Probabilities classNames={graph.labelling.classNames} values={probabilities} />
        </section>
      )}
      {graph.file && (
        <section className={styles.part}>
          <h3>In your file</h3>
          <FileColumns file={graph.file} node={node} />
        </section>
      )}
      {graph.labelling.classNames.length > 0 && (
        <Guarded control="edit">
          <LabelByHand graph={graph} nodes={[node]} />
        </Guarded>
      )}
      <Guarded control="edit">
        <EditNode graph={graph} node={node} />
      </Guarded>
    </>
  );
}
