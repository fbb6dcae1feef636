import { pairShown } from '../../state/heldOut';
import { useAppState } from '../../state/hooks';
import { NodeGroup } from './NodeGroup';
import { NothingSelected } from './NothingSelected';
import { OneNode } from './OneNode';
import { PairPart } from './pair/PairPart';
import { useWalkFocus } from './useWalkFocus';

/** What is selected: nothing, one node, or several. */
export function Inspector() {
  const selection = useAppState((state) => state.view.selection);
  const graph = useAppState((state) => state.graph?.data ?? null);
  // While another set opens, a selection may still name nodes that the shown graph does not have.
  const nodes = graph ? selection.filter((node) => node < graph.numNodes) : [];
  const [first] = nodes;
  const pairKey = useAppState((state) => pairShown(state)?.join() ?? '');
  const [a, b] = pairKey.split(',').map(Number);
  const room = useWalkFocus(nodes.join());
  return (
    <div ref={room}>
      {graph && a !== undefined && b !== undefined ? (
        <PairPart graph={graph} pair={[a, b]} />
      ) : !graph || first === undefined ? (
        <NothingSelected />
      ) : nodes.length === 1 ? (
        <OneNode graph={graph} node={first} />
      ) : (
        <NodeGroup graph={graph} nodes={nodes} />
      )}
    </div>
  );
}
