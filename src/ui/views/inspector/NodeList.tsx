import type { GraphData } from '../../../data/graph/graphData';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { writeCount } from '../../widgets/numbers';
import { ClassDot } from '../ClassDot';
import styles from './NodeList.module.css';
import { isRight, nodeName } from './nodeFacts';
import { Verdict } from './Verdict';

/** A list is for reading: beyond this, the pictures say more. */
const MOST_ROWS = 100;

interface Props {
  readonly graph: GraphData;
  readonly nodes: readonly number[];
  readonly label: string;
}

/** Nodes with what they are predicted as. Pointing at one lights it in both pictures, pressing selects it. */
export function NodeList({ graph, nodes, label }: Props) {
  const { hover, select } = useActions();
  const predictions = useAppState((state) => state.training.predictions);
  const hovered = useAppState((state) => state.hovered);
  const { classNames, y } = graph.labelling;
  const more = nodes.length - MOST_ROWS;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {nodes.slice(0, MOST_ROWS).map((node) => {
          const shown = predictions?.[node] ?? y[node] ?? -1;
          return (
            <li key={node}>
              <button
                type="button"
                className={styles.node}
                data-hovered={node === hovered || undefined}
                onPointerEnter={() => hover(node)}
                onPointerLeave={() => hover(null)}
                onFocus={() => hover(node)}
                onBlur={() => hover(null)}
                onClick={() => {
                  hover(null);
                  select([node]);
                }}
              >
                <ClassDot index={shown} numClasses={classNames.length} />
                <span className={styles.name}>{nodeName(graph, node)}</span>
                <span className={styles.class}>{classNames[shown] ?? 'no class'}</span>
                <Verdict right={isRight(y[node], predictions?.[node])} />
              </button>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className={styles.more}>and {writeCount(more)} more</p>}
    </>
  );
}
