import type { GraphData } from '../../../data/graph/graphData';
import { useActions } from '../../state/actions';
import { deleted, editsNow } from '../../state/editing';
import { useAppState, useAppStore } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Guarded } from '../../widgets/Guarded';
import styles from './GroupTools.module.css';
import { tableShown } from './tableShown';

interface Props {
  readonly graph: GraphData;
  readonly nodes: readonly number[];
}

/** What can be done with several nodes at once. */
export function GroupTools({ graph, nodes }: Props) {
  const { editGraph, setView } = useActions();
  const store = useAppStore();
  const isTable = useAppState((state) => state.view.table);
  return (
    <div className={styles.tools}>
      {!isTable && (
        <Button icon="table" title="T" onClick={() => setView(tableShown(store.getState().view))}>
          As a table
        </Button>
      )}
      <Guarded control="edit" look="line">
        <Button
          icon="bin"
          title="Delete these nodes (Del)"
          onClick={() => {
            const next = deleted(graph, editsNow(store.getState()), nodes);
            if (next) editGraph(next);
          }}
        >
          Delete
        </Button>
      </Guarded>
    </div>
  );
}
