/**
 * A layer of its own between edges and nodes, for lines that move: a frame of it redraws these lines and nothing else.
 * Made at the first line; unseen, and so free of cost, while there are none.
 */
import type { Attributes } from 'graphology-types';
import type { Sigma } from 'sigma';
import { createGlLayer, frameOf } from '../glLayer';
import { redraws } from '../redraws';
import { FlowProgram, type FlowLook } from './program';

export interface FlowLine extends FlowLook {
  readonly source: number;
  readonly target: number;
}

/** What Sigma wants to know of an edge beside its look. */
const EDGE = { size: 1, label: null, hidden: false, forceLabel: false, zIndex: 0, type: 'flow' } as const;
const LAYER = 'flow';

export class FlowLayer<N extends Attributes> {
  private program: FlowProgram<N> | null = null;
  private lines: readonly FlowLine[] = [];
  private killed = false;
  /** What is on the canvas: the lines as the program has them, and see frameOf. */
  private drawn: { readonly lines: Float32Array; readonly frame: string } | null = null;
  private readonly follow = (): void => this.place();
  private readonly forget = (): void => {
    this.drawn = null;
  };

  constructor(
    private readonly sigma: Sigma<N>,
    private readonly keyOf: (node: number) => string,
  ) {}

  get isEmpty(): boolean {
    return this.lines.length === 0;
  }

  show(lines: readonly FlowLine[]): void {
    if (this.killed || (lines.length === 0 && this.lines.length === 0)) return;
    this.lines = lines;
    const program = this.open();
    program.reallocate(lines.length);
    const canvas = this.sigma.getCanvases()[LAYER];
    if (canvas) canvas.style.display = lines.length === 0 ? 'none' : '';
    this.drawn = null;
    this.place();
  }

  /** @param time in seconds; below zero the lines stand still */
  draw(time: number): void {
    const { program } = this;
    if (!program || this.lines.length === 0) return;
    program.time = time;
    this.render(program);
  }

  kill(): void {
    this.killed = true;
    this.sigma.off('afterRender', this.follow);
    this.sigma.off('resize', this.forget);
    this.program?.kill();
    this.program = null;
    this.lines = [];
  }

  private open(): FlowProgram<N> {
    if (this.program) return this.program;
    const { gl } = createGlLayer(this.sigma, LAYER, 'edgeLabels');
    this.program = new FlowProgram<N>(gl, null, this.sigma);
    this.sigma.on('afterRender', this.follow);
    this.sigma.on('resize', this.forget);
    return this.program;
  }

  /** Puts the lines where their nodes are now; draws them only if that is elsewhere: see EdgeLayer. */
  private place(): void {
    const { program, lines, sigma } = this;
    if (!program || lines.length === 0) return;
    lines.forEach((line, i) => {
      const source = sigma.getNodeDisplayData(this.keyOf(line.source));
      const target = sigma.getNodeDisplayData(this.keyOf(line.target));
      if (source && target) program.process(i, i, source, target, { ...EDGE, ...line });
      // A node that is not there any more: a line without extent.
      else program.array.fill(0, i * program.STRIDE, (i + 1) * program.STRIDE);
    });
    const frame = frameOf(sigma);
    const { drawn } = this;
    if (drawn?.frame === frame && drawn.lines.every((value, i) => value === program.array[i])) return;
    this.drawn = { frame, lines: program.array.slice() };
    this.render(program);
  }

  private render(program: FlowProgram<N>): void {
    const { gl } = program.normalProgram;
    gl.clear(gl.COLOR_BUFFER_BIT);
    program.render(this.sigma.getRenderParams());
    redraws.flow += 1;
  }
}
