/** How large marks are, in which order they lie on each other, and where they carry numbers. */

/** Up to this many nodes, each carries its number where it fits. */
export const NUMBERED_NODES = 100;

/** How near a camera goes to nodes that it is sent to: what is around them stays in sight. */
export const nearestRatio = (numNodes: number): number => (numNodes <= NUMBERED_NODES ? 0.55 : 0.12);

/** Canvas side, in CSS pixels, at which node radii are as topology.ts says. */
const USUAL_SIDE = 560;

/** Factor for node radii on a canvas of this size. */
export const markScale = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.min(1.25, Math.max(0.7, Math.sqrt(Math.min(width, height) / USUAL_SIDE)));

/** Around the disc of a node: the ring of a label (look.ts), that of a selection (highlight.ts), in CSS pixels. */
const RINGS = { label: 4, selection: 5 };

const largestOf = (radii: Float32Array): number => {
  let largest = 0;
  for (const radius of radii) if (radius > largest) largest = radius;
  return largest;
};

/** Room around the whole picture, in CSS pixels: what the largest node takes beyond its centre. */
export const paddingFor = (radii: Float32Array, scale: number): number =>
  Math.ceil((largestOf(radii) + RINGS.label) * scale + RINGS.selection);

/** Radii told apart. */
const STEPS = 1024;

/** Nodes from the bottom up: small ones over large ones, those that training has a label of over all. */
export function drawingOrder(radii: Float32Array, train: Int32Array): Uint32Array {
  let [least, most] = [Infinity, 0];
  for (const radius of radii) {
    if (radius < least) least = radius;
    if (radius > most) most = radius;
  }
  const rank = new Uint16Array(radii.length);
  for (let node = 0; node < radii.length; node++)
    rank[node] = most > least ? Math.floor(((STEPS - 1) * (most - radii[node]!)) / (most - least)) : 0;
  for (const node of train)
    if (node < rank.length) rank[node] = rank[node]! + (rank[node]! < STEPS ? STEPS : 0);
  const next = new Uint32Array(2 * STEPS + 1);
  for (const step of rank) next[step + 1]! += 1;
  for (let step = 0; step < 2 * STEPS; step++) next[step + 1]! += next[step]!;
  const order = new Uint32Array(radii.length);
  for (let node = 0; node < radii.length; node++) order[next[rank[node]!]!++] = node;
  return order;
}
