/** The one iteration of ForceAtlas2 that graphology-layout-forceatlas2 ships without types. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';

  /**
   * Moves every node once, in place. `nodes`: 10 numbers each (x, y, dx, dy, old dx, old dy, mass, convergence, size,
   * fixed); `edges`: 3 each (offset of the source in `nodes`, of the target, weight).
   */
  export default function iterate(
    settings: Required<ForceAtlas2Settings>,
    nodes: Float32Array,
    edges: Float32Array,
  ): object;
}
