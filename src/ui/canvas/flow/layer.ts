/** The lines of messages and of the receptive field, between edges and nodes: a frame of them redraws nothing else. */
import { Lines, type LineLook } from '../gl/lines';
import type { Renderer } from '../gl/renderer';
import type { Scene } from '../scene';
import { redraws } from '../redraws';

export interface FlowLine extends LineLook {
  readonly source: number;
  readonly target: number;
}

export class FlowLayer {
  private lines: readonly FlowLine[] = [];
  private time = -1;

  constructor(private readonly scene: Scene) {}

  /** Of the lines' own time; below zero they stand still. */
  get seconds(): number {
    return this.time;
  }

  show(lines: readonly FlowLine[]): void {
    if (lines.length === 0 && this.lines.length === 0) return;
    this.lines = lines;
    this.scene.moveFlow();
  }

  /** @param time in seconds; below zero the lines stand still */
  draw(time: number): void {
    this.time = time;
    if (this.lines.length === 0) return;
    redraws.flow += 1;
    this.scene.compose();
  }

  /** Puts the lines where their nodes are now. */
  place(renderer: Renderer): void {
    const { scene, lines } = this;
    const { positions: places } = scene;
    const placed = new Lines(lines.length);
    lines.forEach((line, i) => {
      // A node that is not there any more: a line without extent.
      if (!scene.has(line.source) || !scene.has(line.target)) return;
      const [a, b] = [2 * line.source, 2 * line.target];
      const radii = [scene.sizeOf(line.source), scene.sizeOf(line.target)] as const;
      placed.set(i, [places[a]!, places[a + 1]!, places[b]!, places[b + 1]!], radii, line);
    });
    renderer.setFlow(placed);
  }
}
