/**
 * The quiet edges, on a layer of their own. Sigma would draw them again at every redraw; while a network trains only
 * the nodes change, and where there is no graphics card each drawn canvas is copied back pixel by pixel.
 */
import type { Attributes } from 'graphology-types';
import type { Sigma } from 'sigma';
import { EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering';
import { createGlLayer, frameOf } from './glLayer';
import { areMany } from './quietEdge';
import { redraws } from './redraws';

/** What Sigma's programs want to know of an edge beside its look. */
const EDGE = { label: null, hidden: false, forceLabel: false, zIndex: 0, type: 'edge' } as const;

export class EdgeLayer<N extends Attributes> {
  private readonly gl: WebGLRenderingContext;
  private readonly program: EdgeLineProgram<N> | EdgeRectangleProgram<N>;
  private color = '#999999';
  /** Whether ends or colours have changed since the program was given them. */
  private isStale = true;
  /** See frameOf; empty while nothing is drawn. */
  private drawn: string | null = null;
  private readonly follow = (): void => this.draw();
  private readonly forget = (): void => {
    this.drawn = null;
  };

  /** @param edges ends of each edge, interleaved */
  constructor(
    private readonly sigma: Sigma<N>,
    private edges: Int32Array,
    private readonly keyOf: (node: number) => string,
  ) {
    this.gl = createGlLayer(sigma, 'lines', 'edgeLabels').gl;
    const Program = areMany(edges) ? EdgeLineProgram : EdgeRectangleProgram;
    this.program = new Program<N>(this.gl, null, sigma);
    sigma.on('resize', this.forget);
    sigma.on('afterRender', this.follow);
  }

  /** Other edges, or the same between nodes that have moved. */
  place(edges: Int32Array): void {
    this.edges = edges;
    this.isStale = true;
  }

  paint(color: string): void {
    this.color = color;
    this.isStale = true;
  }

  kill(): void {
    this.sigma.off('resize', this.forget);
    this.sigma.off('afterRender', this.follow);
    this.program.kill();
  }

  private draw(): void {
    const { sigma, program, gl } = this;
    const isHidden = areMany(this.edges) && this.isDragged();
    const frame = isHidden ? '' : frameOf(sigma);
    if (frame === this.drawn && !this.isStale) return;
    this.drawn = frame;
    gl.clear(gl.COLOR_BUFFER_BIT);
    redraws.edges += 1;
    if (isHidden) return;
    if (this.isStale) this.write();
    program.render(sigma.getRenderParams());
  }

  private write(): void {
    const { edges, program, sigma, color } = this;
    this.isStale = false;
    const look = { ...EDGE, color, size: areMany(edges) ? 1 : 1.5 };
    program.reallocate(edges.length / 2);
    // Sigma looks a node up by its key: once for each node, not for each end of an edge.
    const known = Array.from<ReturnType<typeof sigma.getNodeDisplayData>>({ length: sigma.getGraph().order });
    const displayOf = (node: number) => (known[node] ??= sigma.getNodeDisplayData(this.keyOf(node)));
    for (let e = 0; e < edges.length; e += 2) {
      const source = displayOf(edges[e]!);
      const target = displayOf(edges[e + 1]!);
      if (source && target) program.process(e / 2, e / 2, source, target, look);
    }
  }

  /** As Sigma tells it for edges of its own. */
  private isDragged(): boolean {
    const mouse = this.sigma.getMouseCaptor();
    return (
      this.sigma.getCamera().isAnimated() ||
      mouse.isMoving ||
      mouse.draggedEvents > 0 ||
      mouse.currentWheelDirection !== 0
    );
  }
}
