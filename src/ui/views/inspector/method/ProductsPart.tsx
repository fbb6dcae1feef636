import type { GraphData } from '../../../../data/graph/graphData';
import type { LargestProducts } from '../../../../data/run/account';
import { writeSigned } from '../../../widgets/writeSigned';
import inspector from '../Inspector.module.css';
import { neighboursOf } from '../neighbours';
import styles from './Method.module.css';
import { ScoredNodes } from './ScoredNodes';

interface Props {
  readonly graph: GraphData;
  readonly largest: LargestProducts;
}

/** Which nodes a factorisation says are joined to this one. */
export function ProductsPart({ graph, largest: { node, nodes, products, own } }: Props) {
  const linked = new Set(neighboursOf(graph.edgeIndex, node));
  const numLinked = nodes.reduce((count, other) => count + (linked.has(other) ? 1 : 0), 0);
  return (
    <section className={inspector.part} aria-label="Dot products">
      <h3>Largest dot products</h3>
      <p className={styles.note}>
        The product of two vectors of the embedding is large where one or two steps join two nodes in many
        ways. With itself it is {writeSigned(own)}. Of these {nodes.length}, {numLinked}{' '}
        {numLinked === 1 ? 'is a neighbour' : 'are neighbours'}.
      </p>
      <ScoredNodes
        graph={graph}
        label="Largest dot products"
        rows={Array.from(nodes, (other, rank) => ({ node: other, text: writeSigned(products[rank]!) }))}
        self={node}
      />
    </section>
  );
}
