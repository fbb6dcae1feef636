/** The rule of layers that spread predictions over several hops: z_k = (1 - teleport) P z_{k-1} + teleport z_0. */
import type { LayerSpec } from '../../data/run/layers/layers';
import type { PropagateRule, PropagationStep } from '../../data/run/trace';
import type { ExplainContext, Explained } from './explain';
import { gathered, messagesOf, withShares } from './links';
import { addScaled, remembered, scaled, sumOf, type Row, type Rows } from './rows';

const THROUGH = 'weight';

/** @param teleport share of z_0 that comes back at every hop */
export function propagation(
  { spec, links, input, matrix }: ExplainContext<LayerSpec>,
  hops: number,
  teleport: number,
): Explained {
  const start = input.times(matrix(THROUGH));
  const onwards = (before: Rows): Rows =>
    remembered((node) => {
      const value = scaled(gathered(links.gcn, node, before, spec.width), 1 - teleport);
      addScaled(value, start(node), teleport);
      return value;
    });
  /** z_0 .. z_K. */
  const z: Rows[] = [start];
  for (let hop = 0; hop < hops; hop++) z.push(onwards(z[hop]));

  const stepOf = (hop: number, node: number): PropagationStep => ({
    messages: withShares(messagesOf(links.gcn, node, z[hop], hop === 0 ? THROUGH : null, 1 - teleport)),
    restart: teleport > 0 ? scaled(start(node), teleport) : null,
    value: z[hop + 1](node),
  });
  return {
    row: z[hops],
    rule: (node) => ({
      rule: 'propagate',
      through: THROUGH,
      teleport,
      start: start(node),
      steps: Array.from({ length: hops }, (_, hop) => stepOf(hop, node)),
    }),
  };
}

/** The last hop: sum of (1 - teleport) c v, and teleport z_0. */
export function recomposePropagate({ steps, start, teleport }: PropagateRule): Row {
  const last = steps.at(-1);
  if (!last) return start;
  const sum = sumOf(
    last.messages.map(({ coefficients: [c], value }) => value.map((v) => (1 - teleport) * c * v)),
    start.length,
  );
  addScaled(sum, start, teleport);
  return sum;
}
