import { describe, expect, it } from 'vitest';
import type { EdgeIndex, GraphData, Labelling } from '../../../src/data/graph/graphData';
import { DIMMED, stepsBack } from '../../../src/ui/canvas/emphasis';
import { lookOf, styleOf, type NodeLook } from '../../../src/ui/canvas/look';
import { marksFor, markOfNodes, nodesPerMark, type KindMode, type Mark } from '../../../src/ui/canvas/marks';
import { nodeText } from '../../../src/ui/canvas/nodeText';
import { neighboursOf, radiiOf, topologyOf } from '../../../src/ui/canvas/topology';
import { GROUND } from '../../../src/ui/palette/palette';

/** 0 - 1 - 2, 1 - 3 and 4 alone, in both directions, with a self-loop on 2. */
const EDGES: EdgeIndex = {
  source: Int32Array.of(1, 0, 2, 3, 1, 2, 1),
  target: Int32Array.of(0, 1, 1, 1, 2, 2, 3),
};
const LABELLING: Labelling = {
  id: 'a',
  name: 'a',
  classNames: ['left', 'right'],
  y: Int32Array.of(0, 1, 1, 0, -1),
  split: { train: Int32Array.of(0), val: Int32Array.of(1), test: Int32Array.of(2, 3) },
};
/** The level of a node that is out of sight. */
const BACK = DIMMED.length - 1;
const PREDICTIONS = Int32Array.of(0, 1, 0, 1, 1);
const GRAPH: GraphData = {
  name: 'tiny',
  numNodes: 5,
  edgeIndex: EDGES,
  edgeWeight: null,
  features: { kind: 'identity', numCols: 5 },
  labelling: LABELLING,
  nodeNames: ['Ann', '1', '2', '3', '4'],
  positions: null,
};

describe('topology', () => {
  const topology = topologyOf(5, EDGES);

  it('counts an edge in both directions once and leaves self-loops out', () => {
    expect(topology.edges).toEqual(Int32Array.of(0, 1, 1, 2, 1, 3));
    expect(topology.loops).toEqual(Int32Array.of(2));
  });

  it('knows the neighbours of hubs and of isolated nodes', () => {
    expect([...neighboursOf(topology, 1)].sort()).toEqual([0, 2, 3]);
    expect([...neighboursOf(topology, 4)]).toEqual([]);
  });

  it('draws nodes of higher degree larger, and all nodes smaller in larger graphs', () => {
    const radii = radiiOf(topology);
    expect(radii[1]).toBeGreaterThan(radii[0]!);
    expect(radii[0]).toBeGreaterThan(radii[4]!);
    const crowd = radiiOf(topologyOf(2708, EDGES));
    expect(crowd[1]).toBeLessThan(radii[1]! / 1.8);
    expect(Math.min(...crowd)).toBeGreaterThanOrEqual(2.4);
  });

  it('keeps a selected node and its neighbours in front', () => {
    expect(stepsBack(topology, [0])).toEqual(Uint8Array.of(0, 0, BACK, BACK, BACK));
  });

  it('keeps only the selected nodes in front when there are several, and all when there is none', () => {
    expect(stepsBack(topology, [0, 4])).toEqual(Uint8Array.of(0, BACK, BACK, BACK, 0));
    expect(stepsBack(topology, [])).toEqual(new Uint8Array(5));
  });

  it('ignores a selection that belongs to a larger graph', () => {
    expect(stepsBack(topology, [77])).toEqual(new Uint8Array(5));
  });
});

/** What the legend calls each node's mark. */
const labels = (mode: KindMode, predictions: Int32Array | null): string[] => {
  const marks = marksFor(mode, LABELLING, 'light');
  return [...markOfNodes(mode, LABELLING, predictions)].map((mark) => marks[mark]!.label);
};

describe('marks', () => {
  it('shows true classes, and nodes without one apart', () => {
    expect(labels('class', PREDICTIONS)).toEqual(['left', 'right', 'right', 'left', 'no class']);
  });

  it('shows predictions, and says so before there are any', () => {
    expect(labels('prediction', PREDICTIONS)).toEqual(['left', 'right', 'left', 'right', 'right']);
    expect(new Set(labels('prediction', null))).toEqual(new Set(['no prediction yet']));
  });

  it('ignores predictions made for another graph', () => {
    expect(new Set(labels('prediction', Int32Array.of(0, 1)))).toEqual(new Set(['no prediction yet']));
  });

  it('judges only nodes that have a class', () => {
    expect(labels('correctness', PREDICTIONS)).toEqual(['right', 'right', 'wrong', 'wrong', 'not known']);
  });

  it('shows the parts of the split', () => {
    expect(labels('split', null)).toEqual(['training', 'validation', 'test', 'test', 'not in any split']);
  });

  it('never tells right from wrong, or one part from another, by colour alone', () => {
    for (const mode of ['correctness', 'split'] as const) {
      const shapes = marksFor(mode, LABELLING, 'dark').map((mark) => mark.shape);
      expect(new Set(shapes).size).toBe(shapes.length);
    }
  });
});

describe('look', () => {
  const solid: Mark = { label: '', colour: '#0072b2', shape: 'solid' };

  it('puts the ring of a labelled node around the same disc', () => {
    const plain = lookOf(styleOf(solid, null, 0, 'light'), 8);
    const ringed = lookOf(styleOf(solid, GROUND.light.ink, 0, 'light'), 8);
    const core = ({ size, gapShare, ringShare }: NodeLook) => size * (1 - gapShare - ringShare);
    expect(core(ringed)).toBeCloseTo(core(plain), 6);
    expect(ringed.size).toBeGreaterThan(plain.size);
    expect([plain.ringShare, ringed.ring]).toEqual([0, GROUND.light.ink]);
    expect(ringed.ringShare * ringed.size).toBeCloseTo(1.8, 6);
  });

  it('draws a hollow mark as its outline around the ground', () => {
    const look = lookOf(styleOf({ ...solid, shape: 'hollow' }, null, 0, 'dark'), 8);
    expect(look.color).toBe(GROUND.dark.background);
    expect(look.outlineShare * look.size).toBeGreaterThan(2);
  });

  it('gives a light colour a darker outline on light ground', () => {
    const look = lookOf(styleOf({ ...solid, colour: '#f0e442' }, null, 0, 'light'), 8);
    expect(look.color).toBe('#f0e442');
    expect(look.outline).not.toBe('#f0e442');
  });

  it('moves what steps back towards the ground', () => {
    expect(lookOf(styleOf(solid, null, 0.5, 'light'), 8).color).not.toBe(solid.colour);
  });
});

describe('nodeText', () => {
  it('names a node, its class and the prediction', () => {
    expect(nodeText(GRAPH, PREDICTIONS, 0)).toEqual({
      name: 'Ann',
      details: ['true left', 'predicted left'],
    });
    expect(nodeText(GRAPH, null, 4)).toEqual({ name: 'node 4', details: ['no class'] });
  });
});

describe('the counts of a legend', () => {
  it('leave out nodes that are deleted', () => {
    expect([...nodesPerMark([0, 1, 1, 2, 1], 4, new Set([2, 3]))]).toEqual([1, 2, 0, 0]);
  });
});
