import { describe, expect, it } from 'vitest';
import { citations } from '../../../src/data/generators/citations';
import { karate } from '../../../src/data/generators/karate';
import type { GraphData } from '../../../src/data/graph/graphData';
import { defaultRun } from '../../../src/data/run/defaults';
import { MODELS } from '../../../src/data/run/models';
import type { LayerInfo } from '../../../src/data/run/records';
import { reasonToAsk, secondsTo } from '../../../src/ui/app/effort';

const layer = (id: string, numRows: number, numCols: number): LayerInfo => ({
  id,
  label: id,
  kind: 'hidden',
  numRows,
  numCols,
});
const layersOf = ({ numNodes, features }: GraphData, width = 16) => [
  layer('x', numNodes, features.kind === 'identity' ? features.numCols : features.matrix.numCols),
  layer('h1', numNodes, width),
  layer('z', numNodes, 7),
];
const runOf = (id: string, model = 'gcn') =>
  defaultRun(
    { id, labelling: null },
    0,
    MODELS.find((each) => each.id === model),
  );

describe('the time that a link takes', () => {
  const [small, cora] = [karate(null), citations(0)];

  it('is short for Karate and for 200 epochs of a graph like Cora', () => {
    expect(secondsTo(200, runOf('karate'), small, layersOf(small))).toBeLessThan(1);
    const seconds = secondsTo(200, runOf('synthetic'), cora, layersOf(cora));
    expect(seconds).toBeGreaterThan(0.3);
    expect(seconds).toBeLessThan(10);
  });

  it('grows with epochs, width, attention and edges', () => {
    const base = secondsTo(100, runOf('synthetic'), cora, layersOf(cora));
    expect(secondsTo(200, runOf('synthetic'), cora, layersOf(cora))).toBeCloseTo(2 * base);
    expect(secondsTo(100, runOf('synthetic'), cora, layersOf(cora, 256))).toBeGreaterThan(5 * base);
    expect(secondsTo(100, runOf('synthetic', 'gat'), cora, layersOf(cora))).toBeGreaterThan(1.2 * base);
    const { source, target } = cora.edgeIndex;
    const often = Array.from({ length: 20 }, () => [...target]).flat();
    const dense = { ...cora, edgeIndex: { source, target: Int32Array.from(often) } };
    expect(secondsTo(100, runOf('synthetic'), dense, layersOf(cora))).toBeGreaterThan(2 * base);
  });

  it('is long for many epochs of walks', () => {
    const seconds = secondsTo(100, runOf('synthetic', 'node2vec'), cora, layersOf(cora));
    expect(seconds).toBeGreaterThan(40);
    // Measured on two busy cores: 0.65 s an epoch.
    expect(seconds).toBeLessThan(100);
  });
});

describe('asking before training', () => {
  it('begins unasked what is soon done, and on a phone what is done within a second', () => {
    expect(reasonToAsk(false, 5)).toBeNull();
    expect(reasonToAsk(true, 1.5)).toMatch(/phone/);
    expect(
      reasonToAsk(true, secondsTo(18, runOf('karate'), karate(null), layersOf(karate(null)))),
    ).toBeNull();
  });

  it('asks where it takes long, and says how long', () => {
    expect(reasonToAsk(false, 21)).toBe('Getting there takes about 20 seconds of computing.');
    expect(reasonToAsk(true, 240)).toBe('Getting there takes about 4 minutes of computing.');
  });
});
