import type { GraphData } from '../../../data/graph/graphData';
import { useAppState } from '../../state/hooks';
import { predictsClasses } from '../../state/taskView';
import { Guarded } from '../../widgets/Guarded';
import { countOf, writeShare } from '../../widgets/numbers';
import { Facts } from '../Facts';
import { LabelByHand } from '../graph/LabelByHand';
import { GroupTools } from '../selection/GroupTools';
import { BarRow } from './BarRow';
import { InspectorHead } from './InspectorHead';
import styles from './Inspector.module.css';
import { NodeList } from './NodeList';
import { groupFacts } from './nodeFacts';

interface Props {
  readonly graph: GraphData;
  readonly nodes: readonly number[];
}

/** Several nodes: how many, of which classes, and how many of them the model gets right. */
export function NodeGroup({ graph, nodes }: Props) {
  const predictions = useAppState((state) => state.training.predictions);
  const { perClass, unlabelled, accuracy } = groupFacts(graph, predictions, nodes);
  const { classNames } = graph.labelling;
  const isPredicted = useAppState(({ run }) => predictsClasses(run));
  const hasClasses = classNames.length > 0;
  return (
    <>
      <section className={styles.part}>
        <InspectorHead title={countOf(nodes.length, 'node')} />
        {hasClasses && isPredicted && (
          <Facts
            facts={[
              {
                name: 'accuracy among them',
                value: accuracy === null ? 'not known' : writeShare(accuracy),
                hint: 'Share of right predictions, over the nodes that have a class.',
              },
            ]}
          />
        )}
        <GroupTools graph={graph} nodes={nodes} />
      </section>
      {hasClasses && (
        <>
          <Guarded control="edit">
            <LabelByHand graph={graph} nodes={nodes} />
          </Guarded>
          <section className={styles.part}>
            <h3>{isPredicted ? 'True classes' : 'Classes'}</h3>
            <ul>
              {perClass.map((count, index) => (
                <BarRow
                  key={classNames[index]}
                  index={index}
                  numClasses={classNames.length}
                  name={classNames[index]!}
                  share={count / nodes.length}
                  value={String(count)}
                />
              ))}
              {unlabelled > 0 && (
                <BarRow
                  index={-1}
                  numClasses={classNames.length}
                  name="no class"
                  share={unlabelled / nodes.length}
                  value={String(unlabelled)}
                />
              )}
            </ul>
          </section>
        </>
      )}
      <section className={styles.part}>
        <h3>Nodes</h3>
        <NodeList graph={graph} nodes={nodes} label="Selected nodes" />
      </section>
    </>
  );
}
