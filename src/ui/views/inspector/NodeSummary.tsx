import type { GraphData } from '../../../data/graph/graphData';
import { useAppState } from '../../state/hooks';
import { predictsClasses } from '../../state/taskView';
import { countOf } from '../../widgets/numbers';
import { Facts } from '../Facts';
import { ClassLabel } from './ClassLabel';
import styles from './Inspector.module.css';
import { neighboursOf } from './neighbours';
import { isRight, SPLIT_TEXTS, splitPartOf } from './nodeFacts';
import { ProbabilityBar } from './ProbabilityBar';
import { useProbabilities } from './useProbabilities';
import { Verdict } from './Verdict';

interface Props {
  readonly graph: GraphData;
  readonly node: number;
}

/** What a node is, and what the model takes it for and how surely. */
export function NodeSummary({ graph, node }: Props) {
  const probabilities = useProbabilities(graph, node);
  const predicted = useAppState((state) => state.training.predictions?.[node]);
  const isPredicted = useAppState(({ run }) => predictsClasses(run));
  const { classNames, y, split } = graph.labelling;
  const edges = countOf(neighboursOf(graph.edgeIndex, node).length, 'edge');
  const guess =
    predicted === undefined ? 'not yet' : <ClassLabel index={predicted} classNames={classNames} />;
  // Without classes there is nothing to be, to predict or to train on.
  if (classNames.length === 0)
    return (
      <section className={styles.part} aria-label="Node">
        <p className={styles.aside}>{edges}</p>
      </section>
    );
  return (
    <section className={styles.part} aria-label="Classes">
      <Facts
        facts={[
          {
            name: isPredicted ? 'true class' : 'class',
            value: <ClassLabel index={y[node] ?? -1} classNames={classNames} />,
          },
          ...(isPredicted ? [{ name: 'predicted', value: guess }] : []),
        ]}
      />
      {probabilities && <ProbabilityBar values={probabilities} />}
      <p className={styles.aside}>
        <span>
          {edges}
          {isPredicted && `, ${SPLIT_TEXTS[splitPartOf(split, node)]}`}
        </span>
        <Verdict right={isRight(y[node], predicted)} />
      </p>
    </section>
  );
}
