import { describe, expect, it } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import { pythonProject } from '../../../src/data/python/pythonProject';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { MODELS, type ModelDescriptor } from '../../../src/data/run/models';
import type { RunSpec } from '../../../src/data/run/runSpec';
import type { Engine } from '../../../src/engine/client';
import type { EpochRecord } from '../../../src/data/run/records';
import { createContext } from '../../../src/ui/app/context';
import { depthApi } from '../../../src/ui/app/depthApi';
import { createListener } from '../../../src/ui/app/engineEvents';
import { createRunner, type Runner } from '../../../src/ui/app/running';
import { parseAddress } from '../../../src/ui/state/address/parse';
import { addressOf } from '../../../src/ui/app/addressOf';
import { settingsNow } from '../../../src/ui/state/settings';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';
import { modelOptions } from '../../../src/ui/views/bar/modelOptions';
import { frameOf, recordOf } from '../../records';

const data = { id: 'karate', labelling: null };
const graph = karate(null);
const descriptor = descriptorOf('karate');
const never = () => Promise.reject(new Error('not asked for here'));

const recordAt = (epoch: number, accuracy: number): EpochRecord =>
  recordOf({ train: 1, val: null, test: null, all: accuracy }, { epoch, loss: 1, ms: 1 });

/** A page on Karate Club whose engine knows the run that it was given, and trains when it is told to. */
function setUp(first: RunSpec) {
  const store = createAppStore({ run: first, view: DEFAULT_VIEW, descriptor, secure: true });
  const context = createContext(store);
  const calls: string[] = [];
  let onEngine: RunSpec | null = null;
  let [number, given] = [0, 0];
  const layers = [{ id: 'z', label: 'Z', kind: 'output', numRows: 34, numCols: 2 }] as const;
  const frameAt = (epoch: number) => frameOf(epoch, new Float32Array(68));
  const at = (epoch: number) => ({ layers, record: recordAt(epoch, 0), frame: frameAt(epoch) });
  const engine: Partial<Engine> = {
    open: (run, _graph, kept) => {
      calls.push('open');
      onEngine = run;
      number = kept?.number ?? ++given;
      return Promise.resolve(at(kept?.epoch ?? 0));
    },
    change: (change) => {
      calls.push(`change ${JSON.stringify(change)}`);
      return Promise.resolve({ epoch: 0 });
    },
    number: () => number,
    play: () => void calls.push('play'),
    forget: () => {},
    show: () => {},
    strip: () => {},
  };
  // What this page never asks is missing.
  const runner: Runner = createRunner(context, engine as Engine, never);
  const hear = createListener(context, runner.project, () => {});
  store.setState({
    graph: {
      data: graph,
      base: graph,
      edits: first.edits,
      descriptor,
      positions: new Float32Array(68),
      layoutRunning: false,
    },
    data: { kind: 'ready', descriptor, graph },
  });
  const { runs } = depthApi({
    state: store.getState,
    engine: engine as Engine,
    comparing: { start: never, look: never, close: () => {} },
    atRest: (work) => work(),
  });
  /** Accuracy tells whose records they are. */
  const trainTo = (epoch: number, accuracy: number) => {
    runner.playOn();
    const records = Array.from({ length: epoch }, (_, k) => recordAt(k + 1, accuracy));
    hear({ kind: 'epochs', generation: given, records, frame: frameAt(epoch) });
  };
  const stop = (epoch: number) => hear({ kind: 'stopped', generation: given, epoch, why: 'end' });
  return { store, runner, runs, calls, trainTo, stop, onEngine: () => onEngine };
}

const scriptOf = (run: RunSpec, epoch: number): string =>
  pythonProject({ run, graph, epoch, weights: null }).script;

const pairs = MODELS.flatMap((first) =>
  MODELS.filter((second) => second !== first).map((second) => [first, second] as const),
);
const nameOf = ([first, second]: readonly [ModelDescriptor, ModelDescriptor]) => ({
  name: `${first.name}, then ${second.name}`,
  first: defaultRun(data, 0, first),
  second: defaultRun(data, 0, second),
});

describe.each(['at its end', 'while it trains'])('a model chosen when the run of another is %s', (when) => {
  it.each(pairs.map(nameOf))(
    '$name: every part of the page tells of the same run',
    async ({ first, second }) => {
      const { epochs } = first.training;
      const end = when === 'at its end' ? epochs : Math.ceil(epochs / 2);
      const page = setUp(first);
      await page.runner.reset();
      page.trainTo(end, 0.914);
      if (end === epochs) page.stop(end);
      page.calls.length = 0;

      await page.runner.takeEffect(second);
      const state = page.store.getState();
      const named = modelOptions(MODELS, state.run, true).value;
      expect(named).toBe(second.model.id);
      expect(settingsNow(state)).toEqual(second);
      expect(page.onEngine()).toEqual(second);
      expect(parseAddress(addressOf(state)).scene).toMatchObject({ run: second, epoch: 0 });
      expect(scriptOf(state.run, 0)).toBe(scriptOf(second, 0));
      // Nothing of the new recipe has gone to the run before it, and nothing plays.
      expect(page.calls).toEqual(['open']);
      expect(state.training).toMatchObject({ phase: 'ready', epoch: 0, records: [{ epoch: 0 }] });
      expect(page.runs()).toMatchObject([
        { run: first, epoch: end, accuracy: 0.914, open: false },
        { run: second, epoch: 0, accuracy: 0, open: true },
      ]);

      // Played, it is the one that is named; undone, the first is back where it stood.
      page.trainTo(second.training.epochs, 0.25);
      page.stop(second.training.epochs);
      expect(page.runs()[1]).toMatchObject({ run: second, epoch: second.training.epochs, accuracy: 0.25 });
      await page.runner.bringBack(first);
      expect(page.store.getState()).toMatchObject({ run: first, training: { epoch: end } });
      expect(page.onEngine()).toEqual(first);
      expect(page.runs()).toMatchObject([
        { run: second, accuracy: 0.25, open: false },
        { run: first, epoch: end, accuracy: 0.914, open: true },
      ]);
      expect(scriptOf(page.store.getState().run, end)).toBe(scriptOf(first, end));
    },
  );
});
