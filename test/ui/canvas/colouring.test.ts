import { describe, expect, it } from 'vitest';
import { NO_EDITS } from '../../../src/data/run/edits';
import { karate } from '../../../src/data/generators/karate';
import { defaultRun } from '../../../src/data/run/defaults';
import { descriptorOf } from '../../../src/data/run/catalogue';
import type { ProjectionPicture } from '../../../src/data/run/pictures';
import { columnOf } from '../../../src/ui/app/unitValues';
import { colouringOf, isRecoloured, type ColourSource } from '../../../src/ui/canvas/colouring';
import { numbersOf } from '../../../src/ui/canvas/numbers';
import { luminance } from '../../../src/ui/palette/colour';
import { GROUND, type Theme } from '../../../src/ui/palette/palette';
import { mapColours, scaleColours, stepOf, STEPS, STEPS_2D } from '../../../src/ui/palette/scales';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW, type ViewSpec } from '../../../src/ui/state/viewSpec';
import { frameOf } from '../../records';

const data = karate(null);
const STORE = createAppStore({
  run: defaultRun({ id: 'karate', labelling: null }),
  view: DEFAULT_VIEW,
  descriptor: descriptorOf('karate'),
  secure: true,
});
const N = data.numNodes;
const LAYERS = [
  { id: 'h1', label: 'H¹', kind: 'hidden', numRows: N, numCols: 4 },
  { id: 'z', label: 'Z', kind: 'output', numRows: N, numCols: 2 },
] as const;

function source(view: Partial<ViewSpec>, more: Partial<ColourSource> = {}): ColourSource {
  return {
    graph: {
      data,
      base: data,
      edits: NO_EDITS,
      descriptor: descriptorOf('karate'),
      positions: new Float32Array(2 * N),
      layoutRunning: false,
    },
    run: STORE.getState().run,
    view: { ...DEFAULT_VIEW, ...view },
    training: {
      ...STORE.getState().training,
      phase: 'paused',
      epoch: 1,
      records: [],
      frame: frameOf(
        1,
        Float32Array.from({ length: 2 * N }, (_, i) => (i % 2 ? 0.2 : 0.8)),
      ),
      predictions: new Int32Array(N),
      layers: LAYERS,
      error: null,
    },
    projection: null,
    unitValues: null,
    accounted: { account: null, message: null },
    ...more,
  };
}

const THEMES: readonly Theme[] = ['light', 'dark'];

describe('scales', () => {
  it.each(THEMES)(
    'move steadily away from the ground in the %s theme, so that grey tells the order',
    (theme) => {
      for (const kind of ['good', 'bad'] as const) {
        const steps = scaleColours(kind, theme).map(luminance);
        expect(steps).toHaveLength(STEPS);
        const away = luminance(GROUND[theme].background) > 0.5 ? -1 : 1;
        for (let i = 1; i < steps.length; i++) expect(away * (steps[i]! - steps[i - 1]!)).toBeGreaterThan(0);
      }
    },
  );

  it.each(THEMES)('of signed numbers leave the ground on both sides of zero in the %s theme', (theme) => {
    const ground = luminance(GROUND[theme].background);
    const gaps = scaleColours('signed', theme).map((colour) => Math.abs(luminance(colour) - ground));
    for (let i = 1; i < STEPS / 2; i++) {
      expect(gaps[STEPS / 2 - 1 - i]).toBeGreaterThan(gaps[STEPS / 2 - i]!);
      expect(gaps[STEPS / 2 + i]).toBeGreaterThan(gaps[STEPS / 2 - 1 + i]!);
    }
  });

  it.each(THEMES)('of two dimensions grow lighter from left to right in the %s theme', (theme) => {
    const colours = mapColours(theme).map(luminance);
    for (let row = 0; row < STEPS_2D; row++)
      for (let column = 1; column < STEPS_2D; column++)
        expect(colours[row * STEPS_2D + column]).toBeGreaterThan(colours[row * STEPS_2D + column - 1]!);
    expect(new Set(mapColours(theme)).size).toBe(STEPS_2D * STEPS_2D);
  });

  it('put a value on a step, and what lies beyond on the last one', () => {
    expect([stepOf(0, 0, 1), stepOf(0.5, 0, 1), stepOf(1, 0, 1)]).toEqual([0, STEPS / 2, STEPS - 1]);
    expect([stepOf(-3, 0, 1), stepOf(9, 0, 1)]).toEqual([0, STEPS - 1]);
    expect(stepOf(2, 2, 2)).toBe(STEPS / 2);
  });
});

describe('numbers of nodes', () => {
  it('know the confidence: the largest probability, from a guess to certainty', () => {
    const { values, least, most } = numbersOf('confidence', source({}));
    expect([...values].every((value) => Math.abs(value - 0.8) < 1e-6)).toBe(true);
    expect([least, most]).toEqual([0.5, 1]);
  });

  it('know the confidence in whichever class is predicted', () => {
    const { training, ...rest } = source({});
    const frame = frameOf(
      1,
      Float32Array.from({ length: 2 * N }, (_, i) => (i % 2 ? 0.8 : 0.2)),
    );
    const { values } = numbersOf('confidence', { ...rest, training: { ...training, frame } });
    expect([...values].every((value) => Math.abs(value - 0.8) < 1e-6)).toBe(true);
  });

  it('know the loss: the cross-entropy of each node with its class, on a scale that stays', () => {
    const { values, most } = numbersOf('loss', source({}));
    data.labelling.y.forEach((label, i) =>
      expect(values[i]).toBeCloseTo(-Math.log(label === 0 ? 0.8 : 0.2), 5),
    );
    expect(most).toBeCloseTo(2 * Math.log(2), 6);
  });

  it('measure a label given by hand, not the true one', () => {
    const given = new Int32Array(N).fill(-1);
    const node = data.labelling.y.indexOf(0);
    given[node] = 1;
    const edited = source({});
    const { graph } = edited;
    const labelling = { ...data.labelling, given };
    const { values } = numbersOf('loss', {
      ...edited,
      graph: { ...graph!, data: { ...data, labelling } },
    });
    expect(values[node]).toBeCloseTo(-Math.log(0.2), 5);
  });

  it('know nothing before there is a frame, or of one that is of another graph', () => {
    const none = source({});
    for (const frame of [null, frameOf(0, Float32Array.of(1, 0))])
      for (const mode of ['confidence', 'loss'] as const) {
        const { values } = numbersOf(mode, { ...none, training: { ...none.training, frame } });
        expect([...values].every(Number.isNaN)).toBe(true);
      }
  });

  it('put zero in the middle of a unit that has both signs, and at the end of one that has not', () => {
    const unit = (values: number[]) =>
      numbersOf(
        'unit',
        source(
          { layer: 'h1', colourBy: 'unit' },
          {
            unitValues: {
              layer: 'h1',
              unit: 2,
              epoch: 1,
              values: Float32Array.from({ length: N }, (_, i) => values[i % values.length]!),
            },
          },
        ),
      );
    expect(unit([-3, 1])).toMatchObject({ kind: 'signed', least: -3, most: 3, title: 'H¹, unit 3' });
    expect(unit([0, 2])).toMatchObject({ kind: 'good', least: 0, most: 2 });
  });

  it('wait for the values of the layer that was chosen', () => {
    const values = new Float32Array(N).fill(1);
    const unitValues = { layer: 'h1', unit: 0, epoch: 1, values };
    const numbers = numbersOf('unit', source({ layer: 'z' }, { unitValues }));
    expect([...numbers.values].every(Number.isNaN)).toBe(true);
  });

  it('read a column of any kind of layer', () => {
    const dense = {
      kind: 'dense',
      matrix: { numRows: 2, numCols: 2, values: Float32Array.of(1, 2, 3, 4) },
    } as const;
    expect([...columnOf(dense, 2, 1)]).toEqual([2, 4]);
    expect([...columnOf(dense, 2, 5)]).toEqual([0, 0]);
    expect([...columnOf({ kind: 'identity', numCols: 3 }, 3, 1)]).toEqual([0, 1, 0]);
    const matrix = {
      numRows: 2,
      numCols: 3,
      rowPtr: Int32Array.of(0, 1, 3),
      colIndex: Int32Array.of(2, 0, 2),
      values: Float32Array.of(5, 6, 7),
    };
    expect([...columnOf({ kind: 'sparse', matrix }, 2, 2)]).toEqual([5, 7]);
  });
});

describe('colouring', () => {
  const picture: ProjectionPicture = {
    kind: 'points',
    layer: 'h1',
    method: 'pca',
    epoch: 1,
    positions: Float32Array.from({ length: 2 * N }, (_, i) => (i >> 1 === 0 ? 0 : i >> 1 === 1 ? 10 : 5)),
    settled: true,
    progress: 1,
    caveats: [],
    seed: 0,
    fidelity: null,
    ms: 1,
  };

  it('carries the place in the embedding to the graph: opposite corners, opposite colours', () => {
    const { markOf, marks } = colouringOf(
      source({ colourBy: 'embedding' }, { projection: picture }),
      'light',
    )!;
    expect([markOf[0], markOf[1]]).toEqual([0, STEPS_2D * STEPS_2D - 1]);
    expect(marks[markOf[2]!]!.colour).not.toBe(marks[markOf[0]!]!.colour);
  });

  it('has a mark for nodes of which nothing is known, in every mode of numbers', () => {
    for (const colourBy of ['unit', 'embedding'] as const) {
      const { markOf, marks } = colouringOf(source({ colourBy }), 'dark')!;
      expect(markOf.every((mark) => mark === marks.length - 1)).toBe(true);
      expect(marks.at(-1)!.shape).toBe('small');
    }
  });

  it('is made again only for what the mode shows', () => {
    const before = source({ colourBy: 'confidence' });
    const moved = { ...before, projection: picture };
    expect(isRecoloured(moved, before)).toBe(false);
    const frame = frameOf(2, new Float32Array(2 * N));
    expect(isRecoloured({ ...before, training: { ...before.training, frame } }, before)).toBe(true);
    const place = source({ colourBy: 'embedding' });
    expect(isRecoloured({ ...place, projection: picture }, place)).toBe(true);
  });
});

describe('the heat of walks', () => {
  const visits = new Float32Array(N);
  visits.set([0.1, 0.01, 0.89]);
  const account = {
    kind: 'walks',
    node: 4,
    numWalks: 200,
    numSteps: 1000,
    visits,
    shares: { back: 0, near: 0, outward: 1 },
    unbiased: { back: 0, near: 0, outward: 1 },
    meanReach: 1,
    mostReach: 1,
  } as const;
  const accounted = { account, message: null };

  it('is a logarithmic scale from a single step to the most visited node', () => {
    const numbers = numbersOf('walks', source({ selection: [4] }, { accounted }));
    expect(numbers.values[0]).toBeCloseTo(-1, 6);
    expect(numbers.least).toBeCloseTo(-3, 12);
    expect(numbers.most).toBeCloseTo(Math.log10(0.89), 6);
    expect(numbers.ticks.map(({ text }) => text)).toEqual(['0.1 %', '1 %', '10 %']);
    expect(numbers.values.filter((value) => Number.isNaN(value))).toHaveLength(N - 3);
    expect(numbers.missing).toBe('not reached');
  });

  it('knows nothing while another node, several or none are selected', () => {
    for (const selection of [[], [3], [3, 4]]) {
      const { values } = numbersOf('walks', source({ selection }, { accounted }));
      expect(values.every((value) => Number.isNaN(value))).toBe(true);
    }
  });

  it('is painted again with other walks and other selections', () => {
    const before = source({ colourBy: 'walks', selection: [4] });
    expect(isRecoloured({ ...before, accounted }, before)).toBe(true);
    expect(isRecoloured({ ...before, view: { ...before.view, selection: [3] } }, before)).toBe(true);
    expect(isRecoloured({ ...before, unitValues: null, training: { ...before.training } }, before)).toBe(
      false,
    );
  });
});
