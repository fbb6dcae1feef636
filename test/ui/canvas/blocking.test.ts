/** Nothing that a visitor does with a large graph is done in one go: counts of what is handled between two turns of the page. */
import { describe, expect, it } from 'vitest';
import { atOnce, SLICE, type Sliced } from '../../../src/data/base/sliced';
import { applyEdits } from '../../../src/data/graph/applyEdits';
import { connectedComponents } from '../../../src/data/graph/components';
import type { GraphData } from '../../../src/data/graph/graphData';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS, withEdge, withoutEdge } from '../../../src/data/run/edits';
import { addressOf } from '../../../src/ui/app/addressOf';
import { drawnNeighbours } from '../../../src/ui/canvas/highlight';
import { svgOf } from '../../../src/ui/canvas/picture/formats';
import { pictureOf } from '../../../src/ui/canvas/picture/picture';
import { topologyOf } from '../../../src/ui/canvas/topology';
import { badlyPlacedInView } from '../../../src/ui/canvas/trust';
import { structureSliced } from '../../../src/ui/state/filter';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { findNodes } from '../../../src/ui/views/graph/findNodes';
import { csvOf, rowsOf, sorted } from '../../../src/ui/views/selection/rows';
import { frameOf } from '../../records';

const NODES = 70_000;
/** A star, the hub first, and as many nodes alone. */
const LEAVES = NODES / 2;
const target = new Int32Array(2 * LEAVES);
const source = new Int32Array(2 * LEAVES);
for (let i = 0; i < LEAVES; i++) {
  source[i] = i + 1;
  target[LEAVES + i] = i + 1;
}
const star: GraphData = {
  name: 'star',
  numNodes: NODES,
  edgeIndex: { source, target },
  edgeWeight: null,
  features: { kind: 'identity', numCols: NODES },
  labelling: {
    id: 'a',
    name: 'a',
    classNames: ['left', 'right'],
    y: Int32Array.from({ length: NODES }, (_, node) => node % 2),
    split: { train: Int32Array.of(0, 1), val: null, test: null },
  },
  nodeNames: Array.from({ length: NODES }, (_, node) => `node ${NODES - node}`),
  positions: null,
};

function turns<T>(work: Sliced<T>): { count: number; result: T } {
  for (let count = 1; ; count++) {
    const step = work.next();
    if (step.done) return { count, result: step.value };
  }
}
const every = Array.from({ length: NODES }, (_, node) => node);
const frame = frameOf(1, new Float32Array(2 * NODES).fill(0.5));

const stateOf = (selection: readonly number[]) => {
  const descriptor = descriptorOf('karate');
  const run = defaultRun({ id: 'karate', labelling: null });
  const store = createAppStore({ run, view: { ...DEFAULT_VIEW, selection }, descriptor, secure: true });
  const positions = Float32Array.from({ length: 2 * NODES }, (_, i) => Math.sin(i));
  return {
    ...store.getState(),
    graph: { data: star, base: star, edits: NO_EDITS, descriptor, positions, layoutRunning: false },
  };
};

describe('a large graph', () => {
  it('has its degrees and components found in slices, ranked as lists of them are', () => {
    const { count, result } = turns(structureSliced(star));
    // Over its edges for degrees and for components, over its nodes to look each one up and to rank it.
    expect(count).toBeGreaterThanOrEqual(
      2 * Math.floor((2 * LEAVES) / SLICE) + 2 * Math.floor(NODES / SLICE),
    );
    expect(result).toMatchObject({ mostNeighbours: LEAVES, numComponents: NODES - LEAVES });
    const ranks = new Int32Array(NODES);
    connectedComponents(NODES, star.edgeIndex).forEach((nodes, rank) => {
      for (const node of nodes) ranks[node] = rank;
    });
    expect(result.component.every((rank, node) => rank === ranks[node])).toBe(true);
  });

  it('is searched in turns', () => {
    const { count, result } = turns(findNodes(star, 'node 6999'));
    expect(count).toBeGreaterThan(NODES / SLICE);
    expect(result).toHaveLength(8);
    expect(result[0]).toEqual({ kind: 'node', node: NODES - 6999 });
  });

  it('is listed, sorted by texts and written in turns', () => {
    const rows = turns(rowsOf(star, null, frame, every));
    const inOrder = turns(sorted(rows.result, { by: 'confidence', descending: false }));
    const csv = turns(csvOf(rows.result, star));
    for (const { count } of [rows, inOrder, csv]) expect(count).toBeGreaterThan(NODES / SLICE);
    expect(csv.result.join('').split('\n')).toHaveLength(NODES + 2);
  });

  it('is drawn as a file in turns, and all of it', () => {
    const picture = pictureOf(stateOf([]), 'graph', 'light', {
      titles: { graph: '', embedding: '' },
      caption: '',
    });
    const { count, result } = turns(svgOf(picture!));
    expect(count).toBeGreaterThan((LEAVES + NODES) / SLICE);
    const svg = result.join('');
    expect(svg.match(/<title>/g)).toHaveLength(NODES + 1);
    // Paths are short: a canvas takes the square of their length in time.
    const paths = svg.match(/ d="[^"]*"/g)!;
    expect(Math.max(...paths.map((path) => path.split('M').length - 1))).toBeLessThanOrEqual(256);
    expect(paths.reduce((sum, path) => sum + path.split('M').length - 1, 0)).toBe(LEAVES);
  });

  it('draws some edges of a hub that is pointed at, from all around it', () => {
    const drawn = drawnNeighbours(topologyOf(NODES, star.edgeIndex), 0);
    expect(drawn.length).toBeLessThanOrEqual(1000);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(Math.max(...drawn)).toBeGreaterThan(0.99 * LEAVES);
  });

  it('rings no more badly placed nodes than there is room for, and all where they are few', () => {
    const scene = {
      positions: Float32Array.from({ length: 2 * NODES }, (_, i) => (i * 7919) % 400),
      placing: { left: 0, top: 400, scale: 1 },
      width: 400,
      height: 400,
      has: () => true,
    };
    const kept = new Float32Array(NODES);
    expect(badlyPlacedInView(scene, kept).length).toBeLessThanOrEqual((400 / 8 + 1) ** 2);
    expect(badlyPlacedInView(scene, kept.fill(1, 500))).toEqual(every.slice(0, 500));
  });

  it('has an edge added and one taken away without its edges being sorted again', () => {
    const edited = applyEdits(star, withoutEdge(withEdge(NO_EDITS, 5, 9), 0, 7));
    const { edgeIndex } = edited;
    expect(edgeIndex.source).toHaveLength(2 * LEAVES);
    const keys = Array.from(edgeIndex.target, (to, e) => to * NODES + edgeIndex.source[e]!);
    expect(keys.every((key, e) => e === 0 || key > keys[e - 1]!)).toBe(true);
    expect(keys).toContain(5 * NODES + 9);
    expect(keys).not.toContain(7 * NODES);
  });

  it('names a selection in the address only where it is one to be read', () => {
    const shown = (count: number) => addressOf(stateOf(every.slice(0, count)));
    expect(shown(3)).toContain('select=0');
    expect(shown(LEAVES)).toBe(shown(0));
  });

  it('is little work for a graph that is small', () => {
    expect(turns(findNodes({ ...star, numNodes: 2708 }, '7')).count).toBe(1);
    expect(atOnce(rowsOf(star, null, null, [3]))).toHaveLength(1);
  });
});
