import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { karate } from '../../src/data/generators/karate';
import { defaultRun } from '../../src/data/run/defaults';
import { createEngine, type Engine, type EngineEvent } from '../../src/engine/client';
import type { EpochRecord, Keyframe } from '../../src/data/run/records';
import { frameOf, recordOf } from '../records';

const graph = karate(null);
const run = defaultRun({ id: 'karate', labelling: null });
const recordAt = (epoch: number): EpochRecord =>
  recordOf({ train: 1, val: null, test: null, all: 1 }, { epoch, loss: 1 / (epoch + 1), ms: 1 });
const recordsBetween = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, k) => recordAt(first + k));
const frameAt = (epoch: number) => frameOf(epoch, new Float32Array(0));
const keyframeAt = (epoch: number): Keyframe => {
  const values = new Float32Array(1);
  return { epoch, weights: values, firstMoment: values, secondMoment: values };
};

interface Request {
  readonly kind: string;
  readonly id: number;
  readonly args: { readonly from?: Keyframe | null; readonly generation: number; readonly choice?: string };
}

/** A worker without a thread, which answers every question at once and writes it down. */
class ToldWorker extends EventTarget {
  static started: ToldWorker[] = [];
  readonly asked: Request[] = [];
  constructor(readonly url: URL) {
    super();
    ToldWorker.started.push(this);
  }
  postMessage(request: Request): void {
    if (!('id' in request)) return;
    this.asked.push(request);
    queueMicrotask(() => this.tell({ kind: 'done', id: request.id, result: this.answer(request) }));
  }
  answer({ kind, args }: Request): unknown {
    if (kind === 'start')
      return {
        name: args.choice === 'auto' ? 'webgpu' : args.choice,
        reason: '',
        adapter: null,
        isSoftwareAdapter: false,
      };
    const epoch = args.from?.epoch ?? 0;
    return kind === 'open' ? { layers: [], record: recordAt(epoch), frame: frameAt(epoch) } : null;
  }
  tell(data: object): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  terminate(): void {}
}

const computes = () => ToldWorker.started.filter(({ url }) => url.href.includes('compute'));
const turn = () => new Promise((resolve) => setTimeout(resolve));

let engine: Engine;
let heard: EngineEvent[];
let generation: number;
beforeEach(async () => {
  ToldWorker.started = [];
  vi.stubGlobal('Worker', ToldWorker);
  heard = [];
  engine = createEngine({ secure: true, choice: 'auto', onEvent: (event) => heard.push(event) });
  await engine.open(run, graph);
  generation = computes()[0]!.asked.find(({ kind }) => kind === 'open')!.args.generation;
});
afterEach(() => void vi.unstubAllGlobals());

const trainTo = (epoch: number, keyframes: readonly number[] = []) => {
  const worker = computes()[0]!;
  for (const at of keyframes) worker.tell({ kind: 'keyframe', generation, keyframe: keyframeAt(at) });
  worker.tell({ kind: 'epochs', generation, records: recordsBetween(1, epoch), frame: frameAt(epoch) });
};
const lose = async () => {
  computes()[0]!.tell({ kind: 'lost', generation, message: 'gone' });
  await turn();
};
const asked = (kind: string) => computes()[1]!.asked.filter((request) => request.kind === kind);

describe('a run whose device is lost', () => {
  it.each([
    ['from its beginning where there is no keyframe yet', [], 0],
    ['from the newest keyframe', [2, 5], 5],
    ['from a keyframe at the very epoch', [5, 7], 7],
  ] as const)('goes on on WASM, replayed %s', async (_, keyframes, from) => {
    engine.play(200, 40);
    trainTo(7, keyframes);
    await lose();
    expect(asked('start')[0]?.args.choice).toBe('wasm');
    expect(asked('open')).toMatchObject([
      { args: { run, graph, from: from === 0 ? null : { epoch: from }, history: recordsBetween(1, from) } },
    ]);
    expect(asked('play')).toMatchObject([{ args: { until: 200, pace: 40 } }]);
    expect(heard.filter(({ kind }) => kind === 'lost' || kind === 'recovered')).toMatchObject([
      { kind: 'lost', lostAt: 7 },
      { kind: 'recovered', from, lostAt: 7, opened: { record: { epoch: from } } },
    ]);
  });

  it('that stood still is replayed to where it stood, and no further', async () => {
    engine.play(7, 40);
    trainTo(7);
    computes()[0]!.tell({ kind: 'stopped', generation, epoch: 7, why: 'pause' });
    await lose();
    expect(asked('play')).toMatchObject([{ args: { until: 7, pace: Infinity } }]);
  });

  it('untrained stands at its beginning', async () => {
    await lose();
    expect(asked('open')).toMatchObject([{ args: { from: null, history: [] } }]);
    expect(asked('play')).toEqual([]);
    expect(heard.at(-1)).toMatchObject({ kind: 'recovered', from: 0, lostAt: 0 });
  });
});
