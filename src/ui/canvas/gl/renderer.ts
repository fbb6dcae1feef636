/**
 * Draws a graph on one WebGL context: edges, moving lines, nodes, laid over each other. It knows typed arrays only, of
 * any length, and takes what is written to it into the next image that it begins.
 */
import { toRgb } from '../../palette/colour';
import type { NodeStyle } from '../look';
import { Blit } from './blit';
import { CachedLayer, type Shot } from './cachedLayer';
import { HairlinePass } from './hairlines';
import { Hold } from './hold';
import { LinePass, type Lines } from './lines';
import { NodePass } from './nodes';
import { createFences, createPace } from './pace';
import { GpuArray } from './program';

export interface RendererState {
  /** x, y per node, interleaved. */
  readonly places: Float32Array;
  readonly radii: Float32Array;
  /** Nodes from the bottom up. */
  readonly order: Uint32Array;
  readonly styles: readonly NodeStyle[];
  /** Per node an index into styles. */
  readonly styleOf: Uint32Array;
  readonly edges:
    | { readonly kind: 'hairlines'; readonly ends: Int32Array; readonly color: string }
    | { readonly kind: 'lines'; readonly lines: Lines }
    | null;
}

/** What one frame did. */
export interface Drawn {
  /** Whether the edges have been drawn to the end. */
  readonly edges: boolean;
  /** Whether there is more to draw. */
  readonly isUnfinished: boolean;
}

export class Renderer {
  private readonly places: GpuArray;
  private readonly nodes: NodePass;
  private readonly hairlines: HairlinePass;
  private readonly few: LinePass;
  private readonly flow: LinePass;
  private readonly blit: Blit;
  private readonly layers: { readonly edges: CachedLayer; readonly nodes: CachedLayer };
  private readonly hold = new Hold();
  /** What has been written since the last image was begun. */
  private readonly stale = new Set<keyof RendererState>();
  private readonly versions = { edges: 0, nodes: 0 };
  private edgeColor: readonly [number, number, number] = [0, 0, 0];
  private edgeLimit = Infinity;

  constructor(
    private readonly gl: WebGL2RenderingContext,
    private state: RendererState,
  ) {
    this.places = new GpuArray(gl, gl.ARRAY_BUFFER);
    this.nodes = new NodePass(gl, this.places);
    this.hairlines = new HairlinePass(gl, this.places);
    this.few = new LinePass(gl);
    this.flow = new LinePass(gl);
    this.blit = new Blit(gl);
    const pace = () => createPace(createFences(gl));
    this.layers = {
      edges: new CachedLayer(gl, this.edgeMarks(), pace()),
      nodes: new CachedLayer(gl, this.nodeMarks(), pace()),
    };
    gl.disable(gl.DEPTH_TEST);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.clearColor(0, 0, 0, 0);
    this.write(state);
  }

  /** Takes what differs; images that are being drawn are finished with what they began with. */
  write(change: Partial<RendererState>): void {
    this.state = { ...this.state, ...change };
    for (const key of Object.keys(change) as (keyof RendererState)[]) this.stale.add(key);
  }

  /** At most so many of the edges are drawn, the first of the list. */
  set mostEdges(limit: number) {
    if (limit !== this.edgeLimit) this.versions.edges += 1;
    this.edgeLimit = limit;
  }

  setFlow(lines: Lines): void {
    this.flow.setLines(lines);
  }

  /** @param seconds of the moving lines; below zero they stand still */
  draw(shot: Shot, now: number, seconds: number): Drawn {
    const edges = this.isHeld(shot, now) ? this.giveUp() : this.proceed(shot, now);
    this.compose(shot, seconds);
    return { edges, isUnfinished: !this.isCurrent(shot) };
  }

  /** Where nodes move, the last image says nothing true: it is drawn again all the same. */
  private isHeld(shot: Shot, now: number): boolean {
    const { edges, nodes } = this.layers;
    const isOn = this.hold.isOn(shot, now, edges.slices + nodes.slices);
    return isOn && !this.stale.has('places');
  }

  private giveUp(): false {
    this.layers.edges.giveUp();
    this.layers.nodes.giveUp();
    return false;
  }

  /** @returns whether the edges have been drawn to the end */
  private proceed(shot: Shot, now: number): boolean {
    const { edges, nodes } = this.layers;
    if (!edges.isBusy && !nodes.isBusy) this.begin(shot);
    const hasEdges = edges.proceed(now);
    // One after the other: the page has to answer between two slices.
    if (!edges.isBusy) nodes.proceed(now);
    return hasEdges;
  }

  /** Lays the images as they are over each other, with the moving lines between them. */
  compose(shot: Shot, seconds: number): void {
    const { gl } = this;
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.clear(gl.COLOR_BUFFER_BIT);
    this.layers.edges.show(this.blit, shot);
    this.flow.draw(shot.placing, shot.size, shot.pixels, shot.radius, seconds);
    this.layers.nodes.show(this.blit, shot);
  }

  private isCurrent(shot: Shot): boolean {
    const { layers, versions, stale } = this;
    return (
      stale.size === 0 &&
      layers.edges.isCurrent(shot, versions.edges) &&
      layers.nodes.isCurrent(shot, versions.nodes)
    );
  }

  private begin(shot: Shot): void {
    this.upload();
    const { layers, versions } = this;
    if (this.hairlines.write() && !layers.edges.isCurrent(shot, versions.edges))
      layers.edges.begin(shot, versions.edges);
    if (!layers.nodes.isCurrent(shot, versions.nodes)) layers.nodes.begin(shot, versions.nodes);
  }

  private upload(): void {
    const { stale, state, versions } = this;
    const has = (...keys: (keyof RendererState)[]): boolean => keys.some((key) => stale.has(key));
    if (has('places')) this.places.write(state.places);
    if (has('radii', 'order')) this.nodes.setNodes(state.radii, state.order);
    if (has('styles', 'styleOf')) this.nodes.setStyles(state.styles, state.styleOf);
    if (has('places', 'radii', 'order', 'styles', 'styleOf')) versions.nodes += 1;
    if (has('edges')) this.setEdges(state.edges);
    if (has('edges') || (has('places') && state.edges?.kind === 'hairlines')) versions.edges += 1;
    stale.clear();
  }

  private setEdges(edges: RendererState['edges']): void {
    if (edges?.kind === 'hairlines') {
      const [red, green, blue] = toRgb(edges.color);
      this.edgeColor = [red / 255, green / 255, blue / 255];
      this.hairlines.setEdges(edges.ends);
    }
    if (edges?.kind === 'lines') this.few.setLines(edges.lines);
  }

  private edgeMarks() {
    const { hairlines, few } = this;
    const edges = (): RendererState['edges'] => this.state.edges;
    const most = (): number => this.edgeLimit;
    return {
      get count(): number {
        const now = edges();
        if (now?.kind === 'hairlines') return Math.min(most(), now.ends.length / 2);
        return now ? few.size : 0;
      },
      draw: (shot: Shot, from: number, to: number): void => {
        if (edges()?.kind === 'hairlines') hairlines.draw(shot.placing, shot.size, this.edgeColor, from, to);
        // So few that they are one slice.
        else few.draw(shot.placing, shot.size, shot.pixels, 0, -1);
      },
    };
  }

  private nodeMarks() {
    const { nodes } = this;
    return {
      get count(): number {
        return nodes.size;
      },
      draw: (shot: Shot, from: number, to: number): void =>
        nodes.draw(shot.placing, shot.size, shot.radius, from, to),
    };
  }
}
