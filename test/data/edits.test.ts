import { describe, expect, it } from 'vitest';
import { karate } from '../../src/data/generators/karate';
import { applyEdits, withPlaces } from '../../src/data/graph/applyEdits';
import { buildEdgeIndex } from '../../src/data/graph/edgeIndex';
import { toDense } from '../../src/data/graph/dense';
import {
  hasEdits,
  NO_EDITS,
  withEdge,
  withLabel,
  withNode,
  withoutEdge,
  withoutNode,
} from '../../src/data/run/edits';
import { validateEdits } from '../../src/data/run/validate';

const graph = karate(null);
const edges = ({ edgeIndex: { source, target } }: typeof graph) =>
  new Set([...source].map((from, e) => `${from}-${target[e]}`));

describe('edits', () => {
  it('undo each other', () => {
    expect(withoutEdge(withEdge(NO_EDITS, 9, 4), 4, 9)).toEqual(NO_EDITS);
    expect(withEdge(withoutEdge(NO_EDITS, 1, 0), 0, 1)).toEqual(NO_EDITS);
    expect(withLabel(withLabel(NO_EDITS, 3, 1), 3, undefined)).toEqual(NO_EDITS);
    expect(hasEdits(NO_EDITS)).toBe(false);
  });

  it('are what they are read back as', () => {
    const edits = withLabel(withoutNode(withNode(withEdge(NO_EDITS, 9, 4), { x: 1, y: 2 }), 7), 3, null);
    expect(validateEdits(JSON.parse(JSON.stringify(edits)))).toEqual(edits);
    expect(() => validateEdits({ addedEdges: [[1, 1]] })).toThrow('expected two nodes, got 1 twice');
    expect(() => validateEdits({ removedEdges: [[1]] })).toThrow('expected a pair');
    expect(() => validateEdits({ nodes: [] })).toThrow("got 'nodes'");
  });
});

describe('an edited graph', () => {
  it('is the same one without edits', () => {
    expect(applyEdits(graph, NO_EDITS)).toBe(graph);
  });

  it('keeps the self-loops of the file, but for those of a deleted node', () => {
    const { source, target } = graph.edgeIndex;
    const looped = {
      ...graph,
      edgeIndex: buildEdgeIndex(34, [...source, 2, 5], [...target, 2, 5], {
        undirected: false,
        keepsLoops: true,
      }),
    };
    const now = edges(applyEdits(looped, withNode(withoutNode(withEdge(NO_EDITS, 9, 4), 5), { x: 1, y: 2 })));
    expect(now.has('2-2') && now.has('9-4')).toBe(true);
    expect(now.has('5-5')).toBe(false);
  });

  it('has a node that was put far away no further than ten times the layout’s size from its middle', () => {
    const positions = Float32Array.of(-1, 0, 3, 2);
    const place = (x: number, y: number) => [...withPlaces(positions, [{ x, y }])].slice(4);
    expect(place(7, -3)).toEqual([7, -3]);
    expect(place(1e9, -1e9)).toEqual([41, -39]);
    expect(place(-1e9, 1e9)).toEqual([-39, 41]);
    // It does not move the border for others.
    expect(
      [
        ...withPlaces(positions, [
          { x: 1e9, y: 0 },
          { x: 1e9, y: 0 },
        ]),
      ].slice(4),
    ).toEqual([41, 0, 41, 0]);
  });

  it('has an added edge in both directions, and not a deleted one', () => {
    expect(edges(graph).has('9-4')).toBe(false);
    const edited = applyEdits(graph, withoutEdge(withEdge(NO_EDITS, 9, 4), 0, 1));
    const now = edges(edited);
    expect(now.has('9-4') && now.has('4-9')).toBe(true);
    expect(now.has('0-1') || now.has('1-0')).toBe(false);
    expect(now.size).toBe(edges(graph).size);
    expect([...edited.edgeIndex.target]).toEqual([...edited.edgeIndex.target].sort((a, b) => a - b));
  });

  it('gives a new node an id, a row of zeros and its place', () => {
    const laidOut = { ...graph, positions: new Float32Array(68) };
    const edited = applyEdits(laidOut, withEdge(withNode(NO_EDITS, { x: 5, y: 6 }), 34, 0));
    expect(edited.numNodes).toBe(35);
    const x = toDense(edited.features, 35);
    expect(x.numCols).toBe(34);
    expect(x.values.slice(34 * 34)).toEqual(new Float32Array(34));
    expect(x.values.slice(0, 34 * 34)).toEqual(toDense(graph.features, 34).values);
    const dense: typeof graph = {
      ...laidOut,
      features: { kind: 'dense', matrix: toDense(graph.features, 34) },
    };
    const longer = applyEdits(dense, withNode(NO_EDITS, { x: 5, y: 6 })).features;
    expect(longer).toEqual({ kind: 'dense', matrix: { numRows: 35, numCols: 34, values: x.values } });
    expect(Array.from(edited.positions!).slice(-2)).toEqual([5, 6]);
    expect(edited.labelling.y[34]).toBe(-1);
    expect(edges(edited).has('34-0')).toBe(true);
  });

  it('leaves the id of a deleted node unused: no edge, no class, no part', () => {
    const edited = applyEdits(graph, withoutNode(withEdge(NO_EDITS, 0, 9), 0));
    expect(edited.numNodes).toBe(34);
    expect([...edited.edgeIndex.source, ...edited.edgeIndex.target]).not.toContain(0);
    expect(edited.labelling.y[0]).toBe(-1);
    expect(edited.labelling.split.train).not.toContain(0);
    expect(edited.tombstones).toEqual([0]);
  });

  it('trains on labels given by hand, not on those taken, and judges on neither', () => {
    const { y, split } = graph.labelling;
    const all = { ...split, test: Int32Array.from(y.keys()) };
    const judged = { ...graph, labelling: { ...graph.labelling, split: all } };
    const known = split.train[0]!;
    const edits = withLabel(withLabel(NO_EDITS, 9, 1 - y[9]!), known, null);
    const { split: edited, given, y: truth } = applyEdits(judged, edits).labelling;
    expect(edited.train).toContain(9);
    expect(edited.train).not.toContain(known);
    expect(edited.test).not.toContain(9);
    expect(given?.[9]).toBe(1 - y[9]!);
    expect(truth[9]).toBe(y[9]);
  });

  it('refuses nodes and classes that there are not', () => {
    expect(() => applyEdits(graph, withoutNode(NO_EDITS, 40))).toThrow(
      'expected a node from 0 to 33, got 40',
    );
    expect(() => applyEdits(graph, withLabel(NO_EDITS, 1, 7))).toThrow('expected a class from 0 to 1, got 7');
    expect(() => applyEdits(graph, withEdge(NO_EDITS, 1, 77))).toThrow('0 to 33');
  });
});
