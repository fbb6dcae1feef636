import { useActions } from '../../state/actions';
import type { AppState } from '../../state/appState';
import { disconnected, editsNow, hasEdge } from '../../state/editing';
import { useAppState, useAppStore } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Guarded } from '../../widgets/Guarded';
import { IconButton } from '../../widgets/IconButton';
import { nodeName } from '../inspector/nodeFacts';
import styles from './EdgeBar.module.css';

export const isEdgeSelected = ({ graph, view: { edge } }: AppState): boolean =>
  graph !== null && edge !== null && hasEdge(graph.data, ...edge);

/** The selected edge, in the place of the legend: fingers have no Delete key. */
export function EdgeBar() {
  const { editGraph, setView } = useActions();
  const store = useAppStore();
  const graph = useAppState((state) => state.graph?.data ?? null);
  const edge = useAppState((state) => state.view.edge);
  if (!graph || !edge) return null;
  const [from, to] = edge.map((node) => nodeName(graph, node));
  return (
    <div className={styles.bar}>
      <span className={styles.name}>{`Edge ${from} – ${to}`}</span>
      <Guarded control="edit" look="line">
        <Button
          look="link"
          icon="bin"
          title="Delete this edge (Del)"
          onClick={() => {
            const next = disconnected(graph, editsNow(store.getState()), edge);
            setView({ edge: null });
            if (next) editGraph(next);
          }}
        >
          Delete
        </Button>
      </Guarded>
      <IconButton
        icon="close"
        size={10}
        label="Deselect the edge"
        hint="Esc"
        onClick={() => setView({ edge: null })}
      />
    </div>
  );
}
