/**
 * One Sigma instance and what it shows. Holds no state of the application: controllers tell it looks and positions,
 * and it redraws at most once per animation frame, writing only what has changed.
 */
import { UndirectedGraph } from 'graphology';
import { Sigma } from 'sigma';
import type { GraphData } from '../../data/graph/graphData';
import type { Theme } from '../palette/palette';
import type { Box } from './box';
import { EdgeLayer } from './edgeLayer';
import { areMany, quietEdge } from './quietEdge';
import { drawInscription, inscriptionsOf } from './inscription';
import type { NodeLook } from './look';
import type { Point } from './polygon';
import { FlowLayer } from './flow/layer';
import { NodeDiscProgram } from './program';
import { frameTurns } from './frameTurns';
import { redraws, type SceneName } from './redraws';
import { drawingOrder, markScale, NUMBERED_NODES, paddingFor } from './sizes';
import { isSameTopology, radiiOf, topologyOf, type Topology } from './topology';

type Place = { x: number; y: number };

const keysOf = (numNodes: number): readonly string[] => Array.from({ length: numNodes }, (_, i) => String(i));

export class Scene {
  readonly sigma: Sigma<Place>;
  readonly flow: FlowLayer<Place>;
  /** Null in the embedding, which shows no edges. */
  private readonly edges: EdgeLayer<Place> | null;
  /** Above the nodes, for what is looked at. */
  readonly over: CanvasRenderingContext2D | null;
  /** False while the canvas has no size: folded away, or in another tab of a narrow screen. */
  visible = false;

  private drawn: Topology;
  private sizes: Float32Array;
  private readonly graph = new UndirectedGraph<Place>();
  private readonly looks: NodeLook[];
  private keys: readonly string[];
  private inscriptions: readonly string[];
  private readonly observer: ResizeObserver;
  private scale = 1;
  /** Nodes whose look changed since the last frame in which this canvas might draw. */
  private readonly unpainted = new Set<string>();
  private paintFrame = 0;
  /** Nodes or edges have come or gone since the last paint: Sigma has to index them anew. */
  private isRestructured = false;

  constructor(
    container: HTMLElement,
    data: GraphData,
    readonly name: SceneName,
    private readonly firstLook: NodeLook,
  ) {
    this.drawn = topologyOf(data.numNodes, data.edgeIndex);
    this.sizes = radiiOf(this.drawn);
    this.keys = keysOf(data.numNodes);
    this.inscriptions = inscriptionsOf(data);
    this.looks = this.keys.map(() => firstLook);
    // Sigma draws in this order.
    const order = drawingOrder(this.radii, data.labelling.split.train);
    for (const node of order) this.graph.addNode(this.keys[node]!, { x: 0, y: 0 });
    this.sigma = new Sigma<Place>(this.graph, container, {
      allowInvalidContainer: true,
      nodeProgramClasses: { disc: NodeDiscProgram },
      defaultNodeType: 'disc',
      // Sigma has no edges; with this it draws once more when a drag ends, and EdgeLayer shows them again.
      hideEdgesOnMove: areMany(this.drawn.edges),
      renderLabels: data.numNodes <= NUMBERED_NODES,
      renderEdgeLabels: false,
      labelFont: getComputedStyle(container).fontFamily,
      defaultDrawNodeLabel: drawInscription,
      defaultDrawNodeHover: () => {},
      nodeReducer: (key, place) => this.display(Number(key), place),
      zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) / this.scale,
      minEdgeThickness: 1,
      // A few nodes across, and the picture at a third: further in or out there is nothing to see.
      minCameraRatio: data.numNodes <= NUMBERED_NODES ? 0.2 : 0.03,
      maxCameraRatio: 3,
      zoomDuration: 160,
      enableCameraRotation: false,
    });
    this.hideUnusedLayers();
    this.over = this.layer();
    this.edges =
      name === 'graph' ? new EdgeLayer(this.sigma, this.drawn.edges, (node) => this.keys[node]!) : null;
    this.flow = new FlowLayer(this.sigma, (node) => this.keys[node]!);
    this.sigma.on('afterRender', () => {
      redraws[name] += 1;
    });
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(container);
    this.resize();
  }

  /** Every edge of the drawn graph once. */
  get topology(): Topology {
    return this.drawn;
  }

  /** Of each node's disc, in CSS pixels, see radiiOf. */
  get radii(): Float32Array {
    return this.sizes;
  }

  /** Draws the same graph after an edit: nodes keep their places, the camera stays. */
  adopt({ numNodes, edgeIndex, nodeNames }: GraphData): void {
    const before = this.drawn;
    this.drawn = topologyOf(numNodes, edgeIndex);
    this.sizes = radiiOf(this.drawn);
    this.keys = keysOf(numNodes);
    this.inscriptions = inscriptionsOf({ numNodes, nodeNames });
    if (isSameTopology(this.drawn, before)) return;
    this.isRestructured = true;
    this.edges?.place(this.drawn.edges);
    for (let node = before.numNodes; node < numNodes; node++) {
      this.looks.push(this.firstLook);
      this.graph.addNode(String(node), { x: 0, y: 0 });
    }
    for (let node = numNodes; node < before.numNodes; node++) {
      this.graph.dropNode(String(node));
      this.unpainted.delete(String(node));
    }
    this.looks.length = numNodes;
  }

  /**
   * Sigma clears every layer at each redraw, and a browser without a graphics card copies each cleared WebGL canvas
   * back pixel by pixel: a layer on which nothing is ever drawn costs as much as one that is needed.
   */
  private hideUnusedLayers(): void {
    const { edges, edgeLabels, hovers, hoverNodes, labels } = this.sigma.getCanvases();
    const unused = [edges, edgeLabels, hovers, hoverNodes];
    if (!this.numbered) unused.push(labels);
    for (const canvas of unused) if (canvas) canvas.style.display = 'none';
  }

  private display(node: number, place: Place) {
    const { numbered } = this;
    const label = numbered ? this.inscriptionOf(node) : null;
    return { ...place, ...this.looks[node]!, label, forceLabel: numbered };
  }

  private layer(): CanvasRenderingContext2D | null {
    const canvas = this.sigma.createCanvas('over', {
      beforeLayer: 'mouse',
      style: { pointerEvents: 'none' },
    });
    return canvas.getContext('2d');
  }

  private resize(): void {
    const { offsetWidth: width, offsetHeight: height } = this.sigma.getContainer();
    this.visible = width > 0 && height > 0;
    if (!this.visible) return;
    // Larger for a projector, which changes the size of every panel: this is called then.
    const marks = Number(getComputedStyle(this.sigma.getContainer()).getPropertyValue('--mark-scale')) || 1;
    this.scale = marks * markScale({ width, height });
    this.sigma.setSetting('stagePadding', paddingFor(this.radii, this.scale));
    const ratio = window.devicePixelRatio || 1;
    if (this.over) {
      this.over.canvas.width = width * ratio;
      this.over.canvas.height = height * ratio;
      Object.assign(this.over.canvas.style, { width: `${width}px`, height: `${height}px` });
      this.over.setTransform(ratio, 0, 0, ratio, 0, 0);
    }
    this.sigma.scheduleRefresh();
  }

  /** Replaces the looks of the nodes named; the others stay as they are. */
  paint(nodes: readonly number[], lookOf: (node: number) => NodeLook): void {
    if (nodes.length === 0) return;
    for (const node of nodes) {
      this.looks[node] = lookOf(node);
      this.unpainted.add(this.keys[node]!);
    }
    this.paintFrame ||= requestAnimationFrame(this.paintNow);
  }

  private readonly paintNow = (now: number): void => {
    const isMyTurn = frameTurns.mayDraw(this.name, now);
    this.paintFrame = isMyTurn ? 0 : requestAnimationFrame(this.paintNow);
    if (!isMyTurn) return;
    const nodes = [...this.unpainted];
    this.unpainted.clear();
    if (this.isRestructured) {
      this.isRestructured = false;
      this.sigma.refresh({ schedule: true });
      return;
    }
    this.sigma.refresh({ partialGraph: { nodes }, skipIndexation: true, schedule: true });
  };

  paintEdges(theme: Theme): void {
    this.edges?.paint(quietEdge(this.drawn.edges, theme));
    this.sigma.scheduleRefresh();
  }

  /** Puts all nodes (x, y interleaved) into the frame `box`. */
  place(positions: Float32Array, box: Box): void {
    // Sigma normalises by the box when it reads positions, so the box comes first.
    this.sigma.setCustomBBox({ x: [...box.x], y: [...box.y] });
    this.graph.updateEachNodeAttributes(
      (key, place) => {
        place.x = positions[2 * Number(key)]!;
        place.y = positions[2 * Number(key) + 1]!;
        return place;
      },
      { attributes: ['x', 'y'] },
    );
    this.edges?.place(this.drawn.edges);
  }

  /** Centre of a node in CSS pixels from the canvas's top left corner. */
  pointOf(node: number): Point {
    const data = this.sigma.getNodeDisplayData(this.keys[node]!);
    return data ? this.sigma.framedGraphToViewport(data) : { x: 0, y: 0 };
  }

  /** Outer radius of a node as drawn, in CSS pixels. */
  radiusOf(node: number): number {
    return this.sigma.scaleSize(this.looks[node]!.size);
  }

  /** Whether the node is drawn: deleted ones are not. */
  has(node: number): boolean {
    return node < this.looks.length && !this.looks[node]!.hidden;
  }

  lookOf(node: number): NodeLook {
    return this.looks[node]!;
  }

  /** See inscriptionsOf. */
  inscriptionOf(node: number): string {
    return this.inscriptions[node]!;
  }

  /** Whether nodes carry their numbers or names. */
  get numbered(): boolean {
    return this.keys.length <= NUMBERED_NODES;
  }

  /** The whole picture again, as before any zoom or drag. */
  fit(): void {
    void this.sigma.getCamera().animatedReset({ duration: 200 });
  }

  /** @returns whether the key means something here: arrows move, + and - zoom, f fits. */
  steer(key: string): boolean {
    const camera = this.sigma.getCamera();
    const { x, y, ratio } = camera.getState();
    const step = 0.12 * ratio;
    const moves: Partial<Record<string, { x: number; y: number }>> = {
      ArrowLeft: { x: x - step, y },
      ArrowRight: { x: x + step, y },
      ArrowUp: { x, y: y + step },
      ArrowDown: { x, y: y - step },
    };
    const move = moves[key];
    if (move) void camera.animate(move, { duration: 120 });
    else if (key === '+' || key === '=') void camera.animatedZoom({ duration: 150 });
    else if (key === '-') void camera.animatedUnzoom({ duration: 150 });
    else if (key === 'f') this.fit();
    else return false;
    return true;
  }

  kill(): void {
    this.observer.disconnect();
    cancelAnimationFrame(this.paintFrame);
    this.flow.kill();
    this.edges?.kill();
    this.sigma.kill();
  }
}
