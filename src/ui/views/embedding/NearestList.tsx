import { METRICS, type Metric } from '../../../data/run/pictures';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Checkbox } from '../../widgets/Checkbox';
import { Segmented } from '../../widgets/Segmented';
import { ClassDot } from '../ClassDot';
import { neighboursOf } from '../inspector/neighbours';
import { nodeName, nodeTitle } from '../inspector/nodeFacts';
import { LayerName } from '../LayerName';
import styles from './NearestList.module.css';

const NAMES: Readonly<Record<Metric, string>> = { cosine: 'cosine', euclidean: 'Euclidean' };
const SEGMENTS = METRICS.map((metric) => ({ value: metric, label: NAMES[metric] }));

/** The nodes nearest to the selected one in the full space. Pointing at one lights it, pressing walks to it. */
export function NearestList() {
  const { hover, select, setView } = useActions();
  const graph = useAppState((state) => state.graph?.data ?? null);
  const nearest = useAppState((state) => state.nearest);
  const metric = useAppState((state) => state.view.metric);
  const lines = useAppState((state) => state.view.trueNeighbours);
  const predictions = useAppState((state) => state.training.predictions);
  const layer = useAppState((state) => state.training.layers.find(({ id }) => id === state.nearest?.layer));
  if (!graph || !nearest || !layer)
    return (
      <div className={styles.sheet}>
        <h2>Nearest in the full space</h2>
        <p>Select one node: the nodes that the layer puts nearest to it are listed here.</p>
      </div>
    );
  const { classNames, y } = graph.labelling;
  const linked = new Set(neighboursOf(graph.edgeIndex, nearest.node));
  return (
    <div className={styles.sheet}>
      <h2>
        Nearest to {nodeTitle(graph, nearest.node)} in <LayerName label={layer.label} />
      </h2>
      <div className={styles.how}>
        <Segmented
          label="Distance"
          value={metric}
          segments={SEGMENTS}
          onChange={(next) => setView({ metric: next })}
        />
        <Checkbox
          label="draw lines"
          checked={lines}
          onChange={(trueNeighbours) => setView({ trueNeighbours })}
        />
      </div>
      {nearest.kind === 'nothing' && <p>{nearest.message}</p>}
      {nearest.kind === 'found' && (
        <ol className={styles.list}>
          {Array.from(nearest.nodes, (node, rank) => (
            <li key={node}>
              <button
                type="button"
                className={styles.node}
                onPointerEnter={() => hover(node)}
                onPointerLeave={() => hover(null)}
                onFocus={() => hover(node)}
                onBlur={() => hover(null)}
                onClick={() => {
                  hover(null);
                  select([node]);
                }}
              >
                <ClassDot index={predictions?.[node] ?? y[node] ?? -1} numClasses={classNames.length} />
                <span className={styles.name}>{nodeName(graph, node)}</span>
                <span className={styles.linked}>{linked.has(node) ? 'linked' : ''}</span>
                <span className={styles.distance}>{nearest.distances[rank]?.toPrecision(3)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
