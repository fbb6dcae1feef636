/** How large marks are, in which order they lie on each other, and where they carry numbers. */

/** Up to this many nodes, each carries its number where it fits. */
export const NUMBERED_NODES = 100;

/** Canvas side, in CSS pixels, at which node radii are as topology.ts says. */
const USUAL_SIDE = 560;

/** Factor for node radii on a canvas of this size. */
export const markScale = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.min(1.25, Math.max(0.7, Math.sqrt(Math.min(width, height) / USUAL_SIDE)));

/** Around the disc of a node: the ring of a label (look.ts), that of a selection (highlight.ts), in CSS pixels. */
const RINGS = { label: 4, selection: 5 };

/** Room around the whole picture, in CSS pixels: what the largest node takes beyond its centre. */
export const paddingFor = (radii: Float32Array, scale: number): number =>
  Math.ceil((radii.reduce((a, b) => Math.max(a, b), 0) + RINGS.label) * scale + RINGS.selection);

/** Nodes from the bottom up: small ones over large ones, those that training has a label of over all. */
export function drawingOrder(radii: Float32Array, train: Int32Array): readonly number[] {
  const labelled = new Set(train);
  const rank = (node: number): number => (labelled.has(node) ? 1000 : 0) - radii[node]!;
  return [...radii.keys()].sort((a, b) => rank(a) - rank(b));
}
