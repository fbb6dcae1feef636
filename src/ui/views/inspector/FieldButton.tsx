import type { GraphData } from '../../../data/graph/graphData';
import { fieldOf, hopsUpTo, OUTSIDE } from '../../canvas/field';
import { useActions } from '../../state/actions';
import { useAppStore } from '../../state/hooks';
import { Button } from '../../widgets/Button';

interface Props {
  readonly graph: GraphData;
  readonly node: number;
}

/** Both cameras go to the nodes that this one's vector depends on; of a model without layers, to its neighbours. */
export function FieldButton({ graph, node }: Props) {
  const { gazeAt } = useActions();
  const store = useAppStore();
  const go = (): void => {
    const { run, training, view } = store.getState();
    const hops = hopsUpTo(run.model.layers, training.layers, view.layer) ?? 1;
    const field = fieldOf(graph.numNodes, graph.edgeIndex, node, hops);
    gazeAt(Array.from(field.keys()).filter((other) => field[other] !== OUTSIDE));
  };
  return (
    <Button look="link" icon="search" onClick={go}>
      Zoom to its receptive field
    </Button>
  );
}
