import type { GraphData } from '../../../../data/graph/graphData';
import { useActions } from '../../../state/actions';
import { useAppState } from '../../../state/hooks';
import { ClassDot } from '../../ClassDot';
import list from '../NodeList.module.css';
import { nodeName } from '../nodeFacts';

interface Props {
  readonly graph: GraphData;
  readonly label: string;
  readonly rows: readonly { readonly node: number; readonly text: string }[];
  /** The selected node: it may be among them, and is not walked to. */
  readonly self: number;
}

/** Nodes with a number each. Pointing at one lights it in both pictures, pressing walks to it. */
export function ScoredNodes({ graph, label, rows, self }: Props) {
  const { hover, select } = useActions();
  const hovered = useAppState((state) => state.hovered);
  const predictions = useAppState((state) => state.training.predictions);
  const { classNames, y } = graph.labelling;
  return (
    <ol className={list.list} aria-label={label}>
      {rows.map(({ node, text }) => (
        <li key={node}>
          <button
            type="button"
            className={list.node}
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
            <ClassDot index={predictions?.[node] ?? y[node] ?? -1} numClasses={classNames.length} />
            <span className={list.name}>{node === self ? 'itself' : nodeName(graph, node)}</span>
            <span className={list.class}>{text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
