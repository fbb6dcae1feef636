/**
 * One canvas and what it shows. Holds no state of the application: controllers tell it styles and places, and it redraws
 * at most once per animation frame. Everything of a node or an edge is a number in a typed array, whatever the size of
 * the graph; `gl/` draws from these arrays, and draws again from them after a lost context.
 */
import type { GraphData } from '../../data/graph/graphData';
import type { Theme } from '../palette/palette';
import type { Box } from './box';
import { EdgeDrawing } from './edgeDrawing';
import { FlowLayer } from './flow/layer';
import { frameTurns } from './frameTurns';
import type { Shot } from './gl/cachedLayer';
import { GlCanvas } from './gl/glCanvas';
import { Renderer, type RendererState } from './gl/renderer';
import { hasOwnNames, inscriptionsOf } from './inscription';
import { lookOf, type NodeLook, type NodeStyle } from './look';
import { drawNames } from './names';
import { NodeGrid } from './nodeGrid';
import { Overlay } from './overlay';
import type { Point } from './polygon';
import { redraws, type SceneName } from './redraws';
import { Signal } from './signal';
import { drawingOrder, markScale, nearestRatio, NUMBERED_NODES, paddingFor } from './sizes';
import { isSameTopology, radiiOf, type Topology } from './topology';
import { Camera } from './view/camera';
import { cameraOn, dragged, placingOf, WHOLE, type Frame, type Placing } from './view/placing';
import { Steering } from './view/steering';

/** Long enough to see from where to where. */
const GO_MS = 600;
/** What lies nearer to the edge of the canvas cannot be seen well, in CSS pixels. */
const EDGE = 28;

export class Scene {
  readonly camera: Camera;
  readonly steering: Steering;
  readonly flow: FlowLayer;
  readonly edges: EdgeDrawing;
  /** Above the nodes, for what is looked at. */
  readonly over: Overlay;
  /** After each redraw of the picture. */
  readonly drawn = new Signal();
  /** After an edit of the graph has been taken over. */
  readonly adopted = new Signal();
  /** The browser has taken the picture's WebGL context away, or given it back: see isLost. */
  readonly changedContext = new Signal();
  readonly font: string;
  /** Moves the places, before each redraw. @returns whether there is more to come */
  motion: ((now: number) => boolean) | null = null;
  /** False while the canvas has no size: folded away, or in another tab of a narrow screen. */
  visible = false;

  private readonly gl: GlCanvas;
  private renderer: Renderer | null = null;
  private readonly names: Overlay;
  private readonly observer: ResizeObserver;
  private radii: Float32Array;
  private order: Uint32Array;
  private styles: readonly NodeStyle[];
  private styleOf: Uint32Array;
  private places: Float32Array;
  private grid: NodeGrid | null = null;
  private nameOf: (node: number) => string;
  private isNamed: boolean;
  private theme: Theme = 'light';
  private scale = 1;
  private view: Frame = { box: { x: [-1, 1], y: [-1, 1] }, width: 0, height: 0, padding: 0 };
  private placed: Placing = placingOf(this.view, WHOLE);
  private frame = 0;
  private isFlowStale = false;

  /** @throws PlaygroundError where the browser gives no WebGL 2 */
  constructor(
    readonly container: HTMLElement,
    data: GraphData,
    private graph: Topology,
    readonly name: SceneName,
    private readonly firstStyle: NodeStyle,
  ) {
    const { numNodes } = graph;
    this.radii = radiiOf(graph);
    this.order = drawingOrder(this.radii, data.labelling.split.train);
    this.styles = [firstStyle];
    this.styleOf = new Uint32Array(numNodes);
    this.places = new Float32Array(2 * numNodes);
    this.nameOf = inscriptionsOf(data);
    this.isNamed = hasOwnNames(data);
    this.font = getComputedStyle(container).fontFamily;
    // A few nodes across, and the picture at a third: further in or out there is nothing to see.
    const least = numNodes <= NUMBERED_NODES ? 0.2 : Math.min(0.03, 2 / Math.sqrt(numNodes));
    this.camera = new Camera({ least, most: 3 });
    this.camera.moved.add(() => {
      this.look();
      this.redraw();
    });
    this.flow = new FlowLayer(this);
    this.edges = new EdgeDrawing(this, name === 'graph');
    this.gl = new GlCanvas(container, { opened: (gl) => this.open(gl), lost: () => this.close() });
    container.tabIndex = 0;
    this.names = new Overlay(container, 'names');
    this.over = new Overlay(container, 'over');
    this.steering = new Steering(container, this.camera, () => this.view);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(container);
    this.resize();
  }

  /** Every edge of the drawn graph once. */
  get topology(): Topology {
    return this.graph;
  }

  /** x, y per node, interleaved. */
  get positions(): Float32Array {
    return this.places;
  }

  get placing(): Placing {
    return this.placed;
  }

  get isLost(): boolean {
    return this.renderer === null;
  }

  /** In CSS pixels. */
  get width(): number {
    return this.view.width;
  }

  get height(): number {
    return this.view.height;
  }

  /** Whether nodes carry their numbers or names inside. */
  get numbered(): boolean {
    return this.graph.numNodes <= NUMBERED_NODES;
  }

  /** Whether nodes have names of their own, and not only numbers. */
  get named(): boolean {
    return this.isNamed;
  }

  /** Nodes from the bottom up. */
  get upwards(): Uint32Array {
    return this.order;
  }

  /** By where the nodes are now. */
  get near(): NodeGrid {
    return (this.grid ??= new NodeGrid(this.places));
  }

  /** Draws the same graph after an edit: nodes keep their places, the camera stays. */
  adopt(data: GraphData, topology: Topology): void {
    const before = this.graph;
    this.graph = topology;
    this.nameOf = inscriptionsOf(data);
    this.isNamed = hasOwnNames(data);
    if (isSameTopology(topology, before)) return;
    const { numNodes } = topology;
    this.radii = radiiOf(topology);
    this.order = drawingOrder(this.radii, data.labelling.split.train);
    this.places = resized(this.places, 2 * numNodes);
    this.styles = [...this.styles, this.firstStyle];
    this.styleOf = resized(this.styleOf, numNodes, this.styles.length - 1);
    this.grid = null;
    this.edges.place();
    this.write({ places: this.places, ...this.nodeState() });
    this.adopted.tell();
  }

  /** Replaces the styles of all nodes. @param styleOf per node an index into styles */
  paint(styles: readonly NodeStyle[], styleOf: Uint32Array): void {
    this.styles = styles;
    this.styleOf = styleOf;
    this.write({ styles, styleOf });
  }

  paintGround(theme: Theme): void {
    this.theme = theme;
    this.edges.paint(theme);
    this.redraw();
  }

  /** Puts all nodes (x, y interleaved) into the frame `box`. The array stays the caller's, who may change it and say so. */
  place(positions: Float32Array, box: Box): void {
    this.places = positions;
    this.view = { ...this.view, box };
    this.grid = null;
    this.isFlowStale = true;
    this.look();
    this.edges.place();
    this.write({ places: positions });
  }

  write(change: Partial<RendererState>): void {
    this.renderer?.write(change);
    this.redraw();
  }

  /** Soon. */
  redraw(): void {
    if (this.visible) this.frame ||= requestAnimationFrame(this.tick);
  }

  /** The moving lines are others, or elsewhere. */
  moveFlow(): void {
    this.isFlowStale = true;
    this.redraw();
  }

  /** Lays what is drawn over each other once more, now. */
  compose(): void {
    this.placeFlow();
    this.renderer?.compose(this.shot, this.flow.seconds);
  }

  /** At most so many edges, the first of the list. */
  set mostEdges(limit: number) {
    if (this.renderer) this.renderer.mostEdges = limit;
    this.redraw();
  }

  /** Centre of a node in CSS pixels from the canvas's top left corner. */
  pointOf(node: number): Point {
    const { left, top, scale } = this.placed;
    return { x: left + scale * this.places[2 * node]!, y: top - scale * this.places[2 * node + 1]! };
  }

  /** Outer radius of a node as drawn, in CSS pixels. */
  radiusOf(node: number): number {
    return this.sizeOf(node) * this.radiusScale;
  }

  /** Outer radius of a node in CSS pixels, at the usual size of marks and the normal zoom. */
  sizeOf(node: number): number {
    return this.lookOf(node).size;
  }

  /** CSS pixels per CSS pixel of `sizeOf`. */
  get radiusScale(): number {
    return this.scale / Math.sqrt(this.camera.state.ratio);
  }

  /** Whether the node is drawn: deleted ones are not. */
  has(node: number): boolean {
    return node < this.graph.numNodes && !this.styles[this.styleOf[node]!]!.hidden;
  }

  lookOf(node: number): NodeLook {
    return lookOf(this.styles[this.styleOf[node]!]!, this.radii[node]!);
  }

  /** See inscriptionsOf. */
  inscriptionOf(node: number): string {
    return this.nameOf(node);
  }

  /** The whole picture again, as before any zoom or drag. */
  fit(): void {
    this.camera.animate(WHOLE, 200);
  }

  /** The camera goes to these nodes. */
  goTo(nodes: readonly number[]): void {
    const points = nodes
      .filter((node) => this.has(node))
      .map((node) => ({ x: this.places[2 * node]!, y: this.places[2 * node + 1]! }));
    const camera = cameraOn(this.view, points, nearestRatio(this.graph.numNodes));
    if (camera) this.camera.animate(camera, GO_MS);
  }

  /** Moves the picture by as little as brings a node inside, where it lies outside or at the edge. */
  reveal(node: number): void {
    const { x, y } = this.pointOf(node);
    const beyond = (at: number, size: number): number =>
      at < EDGE ? EDGE - at : Math.min(0, size - EDGE - at);
    const [dx, dy] = [beyond(x, this.width), beyond(y, this.height)];
    if (dx !== 0 || dy !== 0) this.camera.animate(dragged(this.view, this.camera.state, dx, dy), 150);
  }

  /** @returns whether the key means something here: arrows move, + and - zoom, f fits. */
  steer(key: string): boolean {
    const { camera } = this;
    const { x, y, ratio } = camera.target;
    const step = 0.12 * ratio;
    const ways: Partial<Record<string, { x?: number; y?: number; ratio?: number }>> = {
      ArrowLeft: { x: x - step },
      ArrowRight: { x: x + step },
      ArrowUp: { y: y + step },
      ArrowDown: { y: y - step },
      '+': { ratio: ratio / 1.5 },
      '=': { ratio: ratio / 1.5 },
      '-': { ratio: ratio * 1.5 },
      f: WHOLE,
    };
    const way = ways[key];
    if (way) camera.animate({ ...camera.target, ...way, ratio: camera.bounded(way.ratio ?? ratio) }, 150);
    return way !== undefined;
  }

  /** What style sheets know of the canvas. */
  flag(name: 'over' | 'tool', value: string | null): void {
    if (value === null) delete this.container.dataset[name];
    else this.container.dataset[name] = value;
  }

  /** Draws on a new WebGL context. @throws PlaygroundError where the browser gives none */
  renew(): void {
    this.gl.renew();
  }

  kill(): void {
    this.observer.disconnect();
    this.camera.stop();
    this.steering.kill();
    this.edges.stop();
    cancelAnimationFrame(this.frame);
    this.renderer = null;
    this.visible = false;
    this.gl.kill();
    this.names.remove();
    this.over.remove();
  }

  private open(gl: WebGL2RenderingContext): void {
    this.renderer = new Renderer(gl, {
      places: this.places,
      ...this.nodeState(),
      edges: this.edges.state,
    });
    this.renderer.mostEdges = this.edges.most;
    this.isFlowStale = true;
    if (gl.canvas instanceof HTMLCanvasElement) this.fitPicture(gl.canvas);
    this.changedContext.tell();
    this.redraw();
  }

  private close(): void {
    this.renderer = null;
    this.changedContext.tell();
  }

  private nodeState(): Pick<RendererState, 'radii' | 'order' | 'styles' | 'styleOf'> {
    const { radii, order, styles, styleOf } = this;
    return { radii, order, styles, styleOf };
  }

  private look(): void {
    this.placed = placingOf(this.view, this.camera.state);
    this.edges.look();
  }

  private resize(): void {
    const { offsetWidth: width, offsetHeight: height } = this.container;
    this.visible = width > 0 && height > 0;
    if (!this.visible) return;
    // Larger for a projector, which changes the size of every panel: this is called then.
    const marks = Number(getComputedStyle(this.container).getPropertyValue('--mark-scale')) || 1;
    this.scale = marks * markScale({ width, height });
    this.view = { ...this.view, width, height, padding: paddingFor(this.radii, this.scale) };
    this.fitPicture(this.gl.element);
    this.look();
    this.redraw();
  }

  private fitPicture(element: HTMLCanvasElement): void {
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(this.width * ratio);
    element.height = Math.round(this.height * ratio);
  }

  private get shot(): Shot {
    const pixels = window.devicePixelRatio || 1;
    const { placed: placing, width, height } = this;
    return { placing, size: { width, height }, pixels, radius: pixels * this.radiusScale };
  }

  private placeFlow(): void {
    if (!this.isFlowStale || !this.renderer) return;
    this.isFlowStale = false;
    this.flow.place(this.renderer);
  }

  private readonly tick = (now: number): void => {
    this.frame = 0;
    if (!this.visible) return;
    if (!frameTurns.mayDraw(this.name, now)) return this.redraw();
    const isGliding = this.motion?.(now) ?? false;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (isGliding) this.redraw();
    const { renderer } = this;
    if (!renderer) return;
    this.placeFlow();
    const { edges, isUnfinished } = renderer.draw(this.shot, now, this.flow.seconds);
    redraws[this.name] += 1;
    if (edges) redraws.edges += 1;
    // Names beside nodes that move would jump from one side to another.
    const hasNames = this.numbered || (this.isNamed && !isGliding);
    this.names.draw(hasNames ? (context) => drawNames(context, this, this.theme) : null);
    this.drawn.tell();
    if (isUnfinished) this.redraw();
  };
}

/** As much of an array as there is room for; the rest is `filling`. */
function resized<A extends Float32Array | Uint32Array>(array: A, length: number, filling = 0): A {
  const Type = array.constructor as new (length: number) => A;
  const next = new Type(length).fill(filling) as A;
  next.set(array.subarray(0, length));
  return next;
}
