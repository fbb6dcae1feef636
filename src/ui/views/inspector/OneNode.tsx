import type { GraphData } from '../../../data/graph/graphData';
import { useAppState } from '../../state/hooks';
import { Facts } from '../Facts';
import { EditNode } from '../graph/EditNode';
import { LabelByHand } from '../graph/LabelByHand';
import { Guarded } from '../../widgets/Guarded';
import { countOf } from '../../widgets/numbers';
import { ClassLabel } from './ClassLabel';
import { Computation } from './computation/Computation';
import { InspectorHead } from './InspectorHead';
import styles from './Inspector.module.css';
import { neighboursOf } from './neighbours';
import { isRight, nodeTitle, SPLIT_TEXTS, splitPartOf } from './nodeFacts';
import { Probabilities } from './Probabilities';
import { ProbabilityBar } from './ProbabilityBar';
import { Verdict } from './Verdict';

/** Classes whose buttons stand above the computation. */
const MOST_ABOVE = 4;

interface Props {
  readonly graph: GraphData;
  readonly node: number;
}

/** One node: what it is, what the model takes it for and how surely, and whom it listens to. */
export function OneNode({ graph, node }: Props) {
  const frame = useAppState((state) => state.training.frame);
  const predicted = useAppState((state) => state.training.predictions?.[node]);
  const { classNames, y, split } = graph.labelling;
  const probabilities = frame?.probabilities.subarray(
    node * classNames.length,
    (node + 1) * classNames.length,
  );
  const neighbours = neighboursOf(graph.edgeIndex, node);
  const labels = (
    <Guarded control="edit">
      <LabelByHand graph={graph} nodes={[node]} />
    </Guarded>
  );
  // A long list of classes would push the computation off the screen.
  const isShort = classNames.length <= MOST_ABOVE;
  return (
    <>
      <section className={styles.part}>
        <InspectorHead title={nodeTitle(graph, node)} />
        <Facts
          facts={[
            { name: 'true class', value: <ClassLabel index={y[node] ?? -1} classNames={classNames} /> },
            {
              name: 'predicted',
              value:
                predicted === undefined ? (
                  'not yet'
                ) : (
                  <ClassLabel index={predicted} classNames={classNames} />
                ),
            },
          ]}
        />
        {probabilities && <ProbabilityBar values={probabilities} />}
        <p className={styles.aside}>
          <span>
            {countOf(neighbours.length, 'edge')}, {SPLIT_TEXTS[splitPartOf(split, node)]}
          </span>
          <Verdict right={isRight(y[node], predicted)} />
        </p>
      </section>
      {isShort && labels}
      <Computation graph={graph} node={node} />
      {!isShort && labels}
      {probabilities && (
        <section className={styles.part}>
          <h3>Class probabilities</h3>
          <Probabilities classNames={classNames} values={probabilities} />
        </section>
      )}
      <Guarded control="edit">
        <EditNode graph={graph} node={node} />
      </Guarded>
    </>
  );
}
