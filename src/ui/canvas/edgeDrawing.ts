/**
 * How the edges of a canvas are drawn: few as lines with a width, many as hairlines; of very many the shortest first,
 * and all of them where the canvas shows few.
 */
import type { Theme } from '../palette/palette';
import { byLength, drawnEdges, MOST_EDGES } from './edgeOrder';
import { Lines } from './gl/lines';
import type { RendererState } from './gl/renderer';
import { areMany, quietEdge } from './quietEdge';
import type { Scene } from './scene';
import { Signal } from './signal';
import { inTurns } from '../state/inTurns';

/** Without a change for so long, the camera rests; the picture, which a layout moves again and again, after longer. */
const REST_MS = { camera: 180, picture: 1200 };

export interface EdgeCount {
  readonly drawn: number;
  readonly all: number;
}

export class EdgeDrawing {
  /** How many edges are drawn, when that has changed. */
  readonly counted = new Signal<EdgeCount>();
  private theme: Theme = 'light';
  /** The shortest first, once they have been sorted. */
  private sorted: Int32Array | null = null;
  private limit = Infinity;
  private timer = 0;
  private giveUp: (() => void) | null = null;

  constructor(
    private readonly scene: Scene,
    private readonly isShown: boolean,
  ) {}

  /** Null where no edges are drawn. */
  get state(): RendererState['edges'] {
    const { edges } = this.scene.topology;
    if (!this.isShown) return null;
    const color = quietEdge(edges, this.theme);
    if (areMany(edges)) return { kind: 'hairlines', ends: this.sorted ?? edges, color };
    return { kind: 'lines', lines: this.lines(edges, color) };
  }

  get count(): EdgeCount {
    const all = this.scene.topology.edges.length / 2;
    return { drawn: Math.min(all, this.limit), all };
  }

  get most(): number {
    return this.limit;
  }

  private get areTooMany(): boolean {
    return this.isShown && this.scene.topology.edges.length / 2 > MOST_EDGES;
  }

  paint(theme: Theme): void {
    this.theme = theme;
    if (this.isShown) this.scene.write({ edges: this.state });
  }

  /** Nodes have moved, or edges have come or gone. */
  place(): void {
    if (!this.isShown) return;
    const { edges } = this.scene.topology;
    if (this.sorted?.length !== edges.length) this.sorted = null;
    // The ends of hairlines are the nodes themselves.
    if (!areMany(edges) || !this.sorted) this.scene.write({ edges: this.state });
    this.settle(true);
  }

  /** The canvas looks elsewhere. */
  look(): void {
    this.settle(false);
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.giveUp?.();
  }

  /** Once all is at rest, the edges are sorted where nodes have moved, and counted anew. */
  private settle(hasMoved: boolean): void {
    if (!this.areTooMany) return this.bound(Infinity);
    if (this.limit === Infinity) this.bound(MOST_EDGES);
    window.clearTimeout(this.timer);
    if (hasMoved) {
      this.giveUp?.();
      this.giveUp = null;
      this.isStale = true;
    }
    this.timer = window.setTimeout(() => this.rest(), this.isStale ? REST_MS.picture : REST_MS.camera);
  }

  private isStale = true;

  private rest(): void {
    this.bound(drawnEdges(this.scene.topology.edges.length / 2, this.shareInView()));
    if (!this.isStale) return;
    this.isStale = false;
    this.giveUp = inTurns(byLength(this.scene.topology.edges, this.scene.positions), (sorted) => {
      this.giveUp = null;
      this.sorted = sorted;
      this.scene.write({ edges: this.state });
    });
  }

  private bound(limit: number): void {
    if (limit === this.limit) return;
    this.limit = limit;
    this.scene.mostEdges = limit;
    this.counted.tell(this.count);
  }

  /** Share of all ends of edges that the canvas shows. */
  private shareInView(): number {
    const { topology, positions, placing, width, height } = this.scene;
    const { offsets, numNodes } = topology;
    let ends = 0;
    for (let node = 0; node < numNodes; node++) {
      const x = placing.left + placing.scale * positions[2 * node]!;
      const y = placing.top - placing.scale * positions[2 * node + 1]!;
      if (x >= 0 && x <= width && y >= 0 && y <= height) ends += offsets[node + 1]! - offsets[node]!;
    }
    return ends / Math.max(1, topology.neighbours.length);
  }

  private lines(edges: Int32Array, color: string): Lines {
    const { positions } = this.scene;
    const lines = new Lines(edges.length / 2);
    const look = { color, width: 1.5, pace: 0, lane: 0 };
    for (let e = 0; e < lines.count; e++) {
      const [a, b] = [2 * edges[2 * e]!, 2 * edges[2 * e + 1]!];
      lines.set(e, [positions[a]!, positions[a + 1]!, positions[b]!, positions[b + 1]!], [0, 0], look);
    }
    return lines;
  }
}
