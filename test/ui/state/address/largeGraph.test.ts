/** A link of some hundred characters can hold a graph that takes a tab minutes: it is told, and not unpacked. */
import { describe, expect, it, vi } from 'vitest';
import * as unpacking from '../../../../src/data/formats/packed/unpackGraph';
import { buildEdgeIndex } from '../../../../src/data/graph/edgeIndex';
import type { EdgeIndex, GraphData } from '../../../../src/data/graph/graphData';
import { IMPORT_LIMITS } from '../../../../src/data/formats/rawGraph';
import { ownSet } from '../../../../src/data/import/ownSet';
import { openScene } from '../../../../src/data/import/openScene';
import { DEFAULT_VIEW } from '../../../../src/ui/state/viewSpec';
import { toBase64url } from '../../../../src/ui/state/address/base64url';
import { parseAddress } from '../../../../src/ui/state/address/parse';
import { writePayload } from '../../../../src/ui/state/address/payload';
import { sceneFrom } from '../../../../src/ui/state/address/sceneFile';

const graphOf = (numNodes: number): GraphData => ({
  name: 'rows',
  numNodes,
  edgeIndex: { source: new Int32Array(), target: new Int32Array() },
  edgeWeight: null,
  features: { kind: 'identity', numCols: numNodes },
  labelling: {
    id: 'none',
    name: 'no labels',
    classNames: [],
    y: new Int32Array(numNodes).fill(-1),
    split: { train: new Int32Array(), val: null, test: null },
  },
  nodeNames: null,
  positions: null,
});

/** Each node is joined to the next few in a circle. */
function circle(numNodes: number, numEdges: number): EdgeIndex {
  const source = Int32Array.from({ length: numEdges }, (_, e) => e % numNodes);
  const target = source.map((from, e) => (from + 1 + Math.floor(e / numNodes)) % numNodes);
  return buildEdgeIndex(numNodes, source, target);
}

const linkTo = (graph: GraphData) => {
  const { descriptor, packed } = ownSet(graph, 'a test');
  const hash = `#s=1.${toBase64url(writePayload({ places: new Map([['data', descriptor.id]]), graph: packed }))}`;
  return { hash, id: descriptor.id };
};

describe('a link with a large graph', () => {
  it('is short, and its graph is neither unpacked nor known before somebody asks for it', () => {
    const unpack = vi.spyOn(unpacking, 'unpackGraph');
    const { hash } = linkTo(graphOf(500_000));
    expect(hash.length).toBeLessThan(3000);
    const { scene, large, isLost } = parseAddress(hash);
    expect(large).toMatchObject({ nodes: 500_000 });
    expect(isLost).toBe(true);
    expect(scene.graph).toBeNull();
    expect(scene.run.data.id).toBe('karate');
    expect(scene.view).toEqual(DEFAULT_VIEW);
    expect(unpack).not.toHaveBeenCalled();
    unpack.mockRestore();
  });

  it('opens as a worker opens a scene file', () => {
    const { hash, id } = linkTo(graphOf(6000));
    const { large } = parseAddress(hash);
    const bytes = large?.file ?? new Uint8Array();
    const { scene, problems } = sceneFrom(
      openScene({ name: 'The link', bytes }, IMPORT_LIMITS, () => {}),
      'The link',
    );
    expect(problems).toEqual([]);
    expect(scene.run.data.id).toBe(id);
    expect(scene.graph?.numNodes).toBe(6000);
  });

  it.each<[string, Partial<GraphData>]>([
    [
      'features',
      {
        features: {
          kind: 'dense',
          matrix: { numRows: 5000, numCols: 300, values: new Float32Array(1_500_000) },
        },
      },
    ],
    [
      'features of edges',
      {
        edgeIndex: { source: Int32Array.of(1, 0), target: Int32Array.of(0, 1) },
        edgeFeatures: { numRows: 2, numCols: 2 ** 20, values: new Float32Array(2 ** 21) },
      },
    ],
    ['edges', { edgeIndex: circle(5000, 130_000) }],
  ])('is asked about with few nodes and many %s as well', (_, more) => {
    const { hash } = linkTo({ ...graphOf(5000), ...more });
    const { large, isLost } = parseAddress(hash);
    expect(large?.nodes).toBe(5000);
    expect(isLost).toBe(true);
  });

  it('of a modest graph is read at once', () => {
    const unpack = vi.spyOn(unpacking, 'unpackGraph');
    const { hash, id } = linkTo(graphOf(300));
    const { scene, large } = parseAddress(hash);
    expect(large).toBeUndefined();
    expect(unpack).toHaveBeenCalledOnce();
    unpack.mockRestore();
    expect(scene.run.data.id).toBe(id);
  });
});
