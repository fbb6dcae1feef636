import { describe, expect, it } from 'vitest';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS, withEdge, withNode } from '../../../src/data/run/edits';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import { MODELS } from '../../../src/data/run/models';
import type { RunSpec } from '../../../src/data/run/runSpec';
import type { EpochRecord } from '../../../src/data/run/records';
import { whyNot } from '../../../src/ui/state/comparison';
import { settingsOf } from '../../../src/ui/state/seedsOf';
import { mostMoved, nodeColours } from '../../../src/ui/views/compare/nodeColours';
import {
  dragged,
  frameOf,
  pointAt,
  pointsOf,
  steered,
  WHOLE,
  zoomed,
} from '../../../src/ui/views/compare/picture';
import { scoreRows, settingRows } from '../../../src/ui/views/compare/settingsTable';
import { recordOf } from '../../records';

const karate = defaultRun({ id: 'karate', labelling: null });
const modelOf = (id: string) => MODELS.find((model) => model.id === id);

describe('the settings of two runs', () => {
  it('lists nothing where all are the same', () => {
    expect(settingRows(karate, structuredClone(karate))).toEqual([]);
  });

  it('lists each setting that differs, by the name it has on the page', () => {
    const other: RunSpec = {
      ...karate,
      seed: 4,
      training: { ...karate.training, learningRate: 0.2 },
      model: {
        ...karate.model,
        layers: [defaultLayer('gcn', { width: 8 }), ...karate.model.layers.slice(1)],
      },
    };
    expect(settingRows(karate, other)).toEqual([
      { name: 'seed', first: '0', second: '4' },
      { name: 'layer 1: width', first: '16', second: '8' },
      { name: 'learning rate', first: '0.01', second: '0.2' },
    ]);
  });

  it('sets layers of two kinds beside each other by kind and width alone', () => {
    const rows = settingRows(karate, defaultRun(karate.data, 0, modelOf('gat')));
    expect(rows.find(({ name }) => name === 'layer 1')).toEqual({
      name: 'layer 1',
      first: 'GCN, 16 wide',
      second: 'GAT, 64 wide',
    });
    expect(rows.some(({ name }) => name.startsWith('layer 1:'))).toBe(false);
  });

  it('tells that the graph was edited, and what was changed on the way', () => {
    const edited: RunSpec = {
      ...karate,
      edits: withEdge(NO_EDITS, 0, 9),
      timeline: [{ epoch: 3, change: { dropout: 0.1 } }],
    };
    expect(settingRows(karate, edited)).toEqual([
      { name: 'graph', first: 'as it is', second: 'edited' },
      { name: 'changed during the run', first: 'no', second: '1×' },
    ]);
  });

  it('has the accuracies that both have, where each stands', () => {
    const record = (epoch: number, all: number): EpochRecord =>
      recordOf({ train: 1, val: null, test: null, all }, { epoch, loss: 1, ms: 1 });
    const records = [record(0, 0.5), record(1, 0.9)];
    expect(scoreRows({ run: karate, records, epoch: 0 }, { run: karate, records, epoch: 1 })).toEqual([
      { name: 'training', first: '1.000', second: '1.000' },
      { name: 'all nodes', first: '0.500', second: '0.900' },
      { name: 'epoch', first: '0', second: '1' },
    ]);
  });
});

describe('which runs can be compared', () => {
  const reason = (...of: Parameters<typeof whyNot>) => whyNot(...of)?.message;
  const at = (run: RunSpec, epoch = 5) => ({ run, epoch });

  it('compares any two on the graph that is shown', () => {
    expect(whyNot(at(karate), at(defaultRun(karate.data, 3, modelOf('gat'))), karate.data)).toBeNull();
    const cut = { ...karate, edits: withEdge(NO_EDITS, 0, 9) };
    expect(whyNot(at(karate), at(cut), karate.data)).toBeNull();
  });

  it('says why not where the graphs are others', () => {
    const cora = defaultRun({ id: 'cora', labelling: null });
    const modularity = defaultRun({ id: 'karate', labelling: 'modularity' });
    expect(reason(at(karate), at(cora), karate.data)).toMatch(/same graph, got .*Karate.* and Cora/);
    expect(reason(at(karate), at(modularity), karate.data)).toMatch(/two labellings/);
    expect(reason(at(cora), at(cora), karate.data)).toMatch(/Open one of them first/);
  });

  it('wants the same nodes at the epochs that are compared', () => {
    const edits = withNode(NO_EDITS, { x: 0, y: 0 });
    const grown: RunSpec = { ...karate, timeline: [{ epoch: 10, change: {}, edits }] };
    expect(whyNot(at(karate), at(grown, 9), karate.data)).toBeNull();
    expect(reason(at(karate), at(grown, 10), karate.data)).toMatch(/added or deleted/);
  });
});

describe('two pictures in one frame', () => {
  const size = { width: 400, height: 300 };
  const positions = Float32Array.of(0, 0, 4, 2, 2, 1);
  const frame = frameOf(positions, Float32Array.of(-1, 0.5));

  it('holds every point of both, y upwards', () => {
    expect(frame).toEqual({ left: -1, top: 0, width: 5, height: 2 });
    const points = pointsOf(positions, frame, size, WHOLE);
    for (let i = 0; i < points.length; i += 2) {
      expect(points[i]).toBeGreaterThan(0);
      expect(points[i]).toBeLessThan(size.width);
    }
    expect(points[1]!).toBeGreaterThan(points[3]!);
  });

  it('keeps what is under the pointer there while it zooms, and follows a drag', () => {
    const before = pointsOf(positions, frame, size, WHOLE);
    const camera = zoomed(WHOLE, frame, size, 3, before[2]!, before[3]!);
    const after = pointsOf(positions, frame, size, camera);
    expect(camera.zoom).toBe(3);
    expect(after[2]).toBeCloseTo(before[2]!, 3);
    expect(after[3]).toBeCloseTo(before[3]!, 3);
    const moved = pointsOf(positions, frame, size, dragged(camera, frame, size, 30, -12));
    expect(moved[0]! - after[0]!).toBeCloseTo(30, 3);
    expect(moved[1]! - after[1]!).toBeCloseTo(-12, 3);
  });

  it('finds the nearest point within reach, and steers by keys', () => {
    const points = pointsOf(positions, frame, size, WHOLE);
    expect(pointAt(points, points[4]! + 3, points[5]!)).toBe(2);
    expect(pointAt(points, points[4]! + 40, points[5]!)).toBeNull();
    expect(steered('+', WHOLE, frame, size)!.zoom).toBeGreaterThan(1);
    expect(steered('f', zoomed(WHOLE, frame, size, 2, 0, 0), frame, size)).toEqual(WHOLE);
    expect(steered('q', WHOLE, frame, size)).toBeNull();
  });
});

describe('the nodes of a comparison', () => {
  const labelling = { y: Int32Array.of(0, 1, -1), classNames: ['a', 'b'] };
  const moved = Float32Array.of(0, 1, 0.5);

  it('are coloured by class, prediction, verdict or how far they moved', () => {
    const by = (mode: Parameters<typeof nodeColours>[0]) =>
      nodeColours(mode, labelling, Int32Array.of(0, 0, 1), moved, 'light');
    expect(by('prediction')[0]).toBe(by('prediction')[1]);
    expect(by('class')[0]).not.toBe(by('class')[1]);
    expect(new Set(by('right or wrong')).size).toBe(3);
    expect(new Set(by('moved')).size).toBe(3);
  });

  it('are listed by how far they moved, those that did not left out', () => {
    expect(mostMoved(moved, new Set(), 5)).toEqual([1, 2]);
    expect(mostMoved(moved, new Set([1]), 5)).toEqual([2]);
    expect(mostMoved(Float32Array.of(0.5, 0.5, 0.5), new Set(), 2)).toEqual([0, 1]);
  });
});

describe('seeds behind a run', () => {
  it('belong to it where only the seed and the epochs are others', () => {
    const more: RunSpec = { ...karate, seed: 9, training: { ...karate.training, epochs: 900 } };
    expect(settingsOf(more)).toBe(settingsOf(karate));
    const other: RunSpec = { ...karate, training: { ...karate.training, dropout: 0.9 } };
    expect(settingsOf(other)).not.toBe(settingsOf(karate));
  });
});
