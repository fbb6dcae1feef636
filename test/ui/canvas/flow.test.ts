import { describe, expect, it } from 'vitest';
import type { Explanation, Message, Trace } from '../../../src/data/run/trace';
import { createFlowClock, type Frames } from '../../../src/ui/canvas/flow/clock';
import { headsOf } from '../../../src/ui/canvas/flow/heads';
import { allLines, fieldLines, heardBy, isTraceOf, messageLines } from '../../../src/ui/canvas/flow/lines';
import { allFlowFits } from '../../../src/ui/canvas/flow/messages';
import { OUTSIDE } from '../../../src/ui/canvas/field';
import { karate } from '../../../src/data/generators/karate';
import { defaultLayer } from '../../../src/data/run/layers/defaults';

const NONE = new Float32Array(0);
const message = (from: number, edge: number, coefficients: number[], share = 0): Message => ({
  from,
  edge,
  coefficients: Float32Array.from(coefficients),
  value: NONE,
  contribution: NONE,
  share,
  through: null,
});
const FINISH: Trace['finish'] = {
  bias: null,
  norm: null,
  activation: 'none',
  preActivation: NONE,
  activated: NONE,
  residual: null,
  length: null,
};
const explanation = (messages: readonly Message[]): Explanation => ({
  epoch: 1,
  parameters: [],
  trace: {
    rule: 'sum',
    messages,
    sum: NONE,
    after: null,
    layer: 0,
    kind: 'gcn',
    node: 9,
    input: NONE,
    finish: FINISH,
    output: NONE,
  },
});

describe('the lines of messages', () => {
  const lines = messageLines(
    explanation([message(1, 0, [0.1]), message(2, 1, [0.4]), message(9, -1, [0.9])]),
    'all',
    'light',
  );

  it('run to the node from each neighbour, the loudest on top; what it sends itself has no line', () => {
    expect(lines.map(({ source, target }) => [source, target])).toEqual([
      [1, 9],
      [2, 9],
    ]);
  });

  it('are wider, faster and stronger in colour the larger the coefficient', () => {
    const [quiet, loud] = lines;
    expect(loud!.width).toBeGreaterThan(quiet!.width);
    expect(loud!.pace).toBeGreaterThan(quiet!.pace);
    expect(loud!.color).not.toBe(quiet!.color);
  });

  it('follow one head, or the mean of all, by size', () => {
    expect(heardBy([0.2, -0.6], 'all')).toBeCloseTo(0.4, 6);
    expect(heardBy([0.2, -0.6], 1)).toBeCloseTo(0.6, 6);
    expect(heardBy([0.2], 5)).toBeCloseTo(0.2, 6);
    expect(heardBy([], 'all')).toBe(0);
    const heads = [message(1, 0, [1, 0]), message(2, 1, [0, 1])];
    const loudest = (head: number) => messageLines(explanation(heads), head, 'dark').at(-1)?.source;
    expect([loudest(0), loudest(1)]).toEqual([1, 2]);
  });

  it('stand still for a graph in which nobody is heard', () => {
    expect(messageLines(explanation([message(9, -1, [1])]), 'all', 'light')).toEqual([]);
    expect(messageLines(explanation([message(1, 0, [0])]), 'all', 'light')[0]?.width).toBeGreaterThan(0);
  });

  it('of all nodes lie beside each other where they go opposite ways', () => {
    const data = karate(null);
    const numEdges = data.edgeIndex.source.length;
    const values = new Float32Array(2 * numEdges).fill(0.5);
    const all = allLines({ layer: 'h1', epoch: 0, heads: 2, values }, data, 'all', 'light');
    expect(all).toHaveLength(numEdges);
    expect(all.every(({ lane, width }) => lane > width / 2)).toBe(true);
    expect(allFlowFits(data)).toBe(true);
  });

  it('are none for self-loops, which have no way to go', () => {
    const data = {
      ...karate(null),
      numNodes: 2,
      edgeIndex: { source: Int32Array.of(1, 0, 1), target: Int32Array.of(0, 1, 1) },
    };
    const values = Float32Array.of(0.5, 0.5, 0.7);
    const ends = allLines({ layer: 'h1', epoch: 0, heads: 1, values }, data, 'all', 'light').map(
      ({ source, target }) => [source, target],
    );
    expect(ends).toEqual([
      [1, 0],
      [0, 1],
    ]);
    const field = { node: 0, hops: 2, hopOf: Uint8Array.of(0, 1) };
    expect(fieldLines(field, data, 'light').map(({ source, target }) => [source, target])).toEqual([[1, 0]]);
  });

  it('belong to the trace of this node at this layer only', () => {
    const layers = [{ id: 'x' }, { id: 'h1' }, { id: 'z' }];
    const trace = explanation([]);
    expect(isTraceOf(trace, layers, 'h1', 9)).toBe(true);
    expect(isTraceOf(trace, layers, 'z', 9)).toBe(false);
    expect(isTraceOf(trace, layers, 'h1', 8)).toBe(false);
    expect(isTraceOf(null, layers, 'h1', 9)).toBe(false);
  });

  it('know how many heads a layer has', () => {
    const model = [defaultLayer('gat', { heads: 4 }), defaultLayer('gcn')];
    const layers = [{ id: 'x' }, { id: 'h1' }, { id: 'z' }];
    expect(layers.map(({ id }) => headsOf(model, layers, id))).toEqual([0, 4, 1]);
  });
});

describe('the lines of a receptive field', () => {
  it('are the edges that messages take, each pair once, and no edge beyond', () => {
    // 2 - 1 - 0 and 2 - 3, both ways, and 3 - 1: two rounds reach 2 and 3 from 0 by 1.
    const data = {
      ...karate(null),
      numNodes: 4,
      edgeIndex: {
        source: Int32Array.of(1, 0, 2, 3, 1, 3, 1, 2),
        target: Int32Array.of(0, 1, 1, 1, 2, 2, 3, 3),
      },
    };
    const still = fieldLines({ node: 0, hops: 2, hopOf: Uint8Array.of(0, 1, 2, 2) }, data, 'light');
    expect(still.map(({ source, target }) => [source, target])).toEqual([
      [1, 0],
      [2, 1],
      [3, 1],
    ]);
    expect(still.every(({ pace }) => pace === 0)).toBe(true);
    const near = fieldLines({ node: 0, hops: 1, hopOf: Uint8Array.of(0, 1, OUTSIDE, OUTSIDE) }, data, 'dark');
    expect(near.map(({ source, target }) => [source, target])).toEqual([[1, 0]]);
  });
});

/** A browser whose frames come `ms` apart. */
function fakeFrames() {
  let now = 0;
  let next = 1;
  const frames = new Map<number, (now: number) => void>();
  const timers = new Map<number, { readonly at: number; readonly call: () => void }>();
  const source: Frames = {
    request: (call) => (frames.set(next, call), next++),
    cancel: (frame) => void frames.delete(frame),
    later: (call, ms) => (timers.set(next, { at: now + ms, call }), next++),
    forget: (timer) => void timers.delete(timer),
  };
  return {
    source,
    pending: () => frames.size + timers.size,
    pass(ms: number, count: number) {
      for (let i = 0; i < count; i++) {
        now += ms;
        for (const [id, { at, call }] of timers)
          if (at <= now) {
            timers.delete(id);
            call();
          }
        const due = [...frames];
        frames.clear();
        for (const [, call] of due) call(now);
      }
    },
  };
}

describe('the clock of the lines', () => {
  it('moves them in every frame while frames are fast, and leaves nothing scheduled when stopped', () => {
    const browser = fakeFrames();
    const times: number[] = [];
    const clock = createFlowClock((seconds) => times.push(seconds), undefined, browser.source);
    clock.start();
    clock.start();
    browser.pass(16, 30);
    expect(times).toHaveLength(30);
    expect(times.at(-1)! - times[0]!).toBeCloseTo((29 * 16) / 1000, 6);
    clock.stop();
    expect(browser.pending()).toBe(0);
    browser.pass(16, 10);
    expect(times).toHaveLength(30);
  });

  it('goes in steps with rests where frames are slow', () => {
    const browser = fakeFrames();
    let draws = 0;
    const clock = createFlowClock(() => draws++, undefined, browser.source);
    clock.start();
    browser.pass(90, 20);
    expect(clock.isSlow).toBe(true);
    draws = 0;
    browser.pass(90, 60);
    // 5.4 seconds: one step in each half second or so.
    expect(draws).toBeGreaterThan(4);
    expect(draws).toBeLessThan(13);
    clock.stop();
    expect(browser.pending()).toBe(0);
  });

  it('takes no steps while it may not, and goes back to every frame once frames are fast', () => {
    const browser = fakeFrames();
    let draws = 0;
    let mayStep = false;
    const clock = createFlowClock(
      () => draws++,
      () => mayStep,
      browser.source,
    );
    clock.start();
    browser.pass(90, 20);
    draws = 0;
    browser.pass(16, 200);
    expect(draws).toBe(0);
    mayStep = true;
    browser.pass(16, 1200);
    expect(clock.isSlow).toBe(false);
    draws = 0;
    browser.pass(16, 50);
    expect(draws).toBe(50);
    clock.stop();
  });
});
