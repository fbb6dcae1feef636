import type { GraphData } from '../../../../data/graph/graphData';
import type { MethodSpec } from '../../../../data/run/methods/methods';
import { useAppState } from '../../../state/hooks';
import inspector from '../Inspector.module.css';
import styles from './Method.module.css';
import { ProductsPart } from './ProductsPart';
import { SharesPart } from './SharesPart';
import { WalksPart } from './WalksPart';

interface Props {
  readonly graph: GraphData;
  readonly node: number;
  readonly method: MethodSpec;
}

/** How a model without layers comes by a node: walks, products, or the shares of its neighbours. */
export function MethodPart({ graph, node, method }: Props) {
  const { account, message } = useAppState((state) => state.accounted);
  if (method.kind === 'labelPropagation') return <SharesPart graph={graph} node={node} method={method} />;
  if (message !== null) return <Note text={message} />;
  if (method.kind === 'node2vec' && account?.kind === 'walks')
    return <WalksPart graph={graph} profile={account} method={method} />;
  if (method.kind === 'factorisation' && account?.kind === 'products')
    return <ProductsPart graph={graph} largest={account} />;
  return <Note text="Computing…" />;
}

const Note = ({ text }: { readonly text: string }) => (
  <section className={inspector.part}>
    <p className={styles.note}>{text}</p>
  </section>
);
