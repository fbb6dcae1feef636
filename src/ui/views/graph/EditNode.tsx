import type { GraphData } from '../../../data/graph/graphData';
import { withEdge, withNode } from '../../../data/run/edits';
import { useActions } from '../../state/actions';
import { connected, deleted, disconnected, editsNow } from '../../state/editing';
import { useAppState, useAppStore } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Icon } from '../../widgets/Icon';
import { IconButton } from '../../widgets/IconButton';
import { neighboursOf } from '../inspector/neighbours';
import { nodeName, nodeTitle } from '../inspector/nodeFacts';
import styles from './EditNode.module.css';
import { NodeField } from './NodeField';

interface Props {
  readonly graph: GraphData;
  readonly node: number;
}

/** More edges than this are taken away in the picture. */
const MOST_EDGES = 24;
/** How far a neighbour is put from its node, as a share of the layout's width. */
const NEARBY = 0.06;

/** What the tools of the picture do, for one node and by keyboard: join, part, add a neighbour, delete. */
export function EditNode({ graph, node }: Props) {
  const { editGraph, hover, setView } = useActions();
  const store = useAppStore();
  const edge = useAppState((state) => state.view.edge);
  const neighbours = [...neighboursOf(graph.edgeIndex, node)].filter((other) => other !== node);
  const now = () => editsNow(store.getState());

  const addNeighbour = (): void => {
    const { graph: shown } = store.getState();
    if (!shown) return;
    const { positions, base } = shown;
    const width = positions.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
    // Neighbours added one after another stand around their node.
    const turn = now().addedNodes.length * 2.4;
    const added = withNode(now(), {
      x: positions[2 * node]! + 2 * NEARBY * width * Math.cos(turn),
      y: positions[2 * node + 1]! + 2 * NEARBY * width * Math.sin(turn),
    });
    editGraph(withEdge(added, node, base.numNodes + added.addedNodes.length - 1));
  };
  const part = (other: number): void => {
    hover(null);
    const next = disconnected(graph, now(), [node, other]);
    if (next) editGraph(next);
  };

  return (
    <details className={styles.part}>
      <summary>
        Edit it
        <Icon name="down" size={11} />
      </summary>
      <NodeField
        graph={graph}
        label="Connect to"
        placeholder="connect to: name or number"
        onPick={([other]) => {
          const next = other === undefined ? null : connected(graph, now(), node, other);
          if (next) editGraph(next);
        }}
      />
      {neighbours.length > 0 && (
        <ul className={styles.edges} aria-label="Edges of this node">
          {neighbours.slice(0, MOST_EDGES).map((other) => (
            <li
              key={other}
              className={styles.edge}
              data-selected={edge?.includes(node) && edge.includes(other) ? true : undefined}
              onPointerEnter={() => hover(other)}
              onPointerLeave={() => hover(null)}
            >
              <button
                type="button"
                title="Select this edge; Delete takes it away"
                aria-label={`Select the edge to ${nodeTitle(graph, other)}`}
                onClick={() => setView({ edge: node < other ? [node, other] : [other, node] })}
              >
                {nodeName(graph, other)}
              </button>
              <IconButton
                icon="close"
                size={9}
                label={`Delete the edge to ${nodeTitle(graph, other)}`}
                onClick={() => part(other)}
              />
            </li>
          ))}
        </ul>
      )}
      {neighbours.length > MOST_EDGES && <p>and {neighbours.length - MOST_EDGES} more, in the picture</p>}
      <div className={styles.ways}>
        <Button icon="add" onClick={addNeighbour}>
          Add a neighbour
        </Button>
        <Button
          icon="bin"
          onClick={() => {
            const next = deleted(graph, now(), [node]);
            if (next) editGraph(next);
          }}
        >
          Delete
        </Button>
      </div>
    </details>
  );
}
