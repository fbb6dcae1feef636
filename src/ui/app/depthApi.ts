/** The part of `window.playground` about what depth does, and about the runs of this visit. */
import { fail } from '../../data/base/errors';
import { shown } from '../../data/run/checks';
import { ACCURACY } from '../../data/run/metrics';
import type { RunSpec } from '../../data/run/runSpec';
import type { Engine } from '../../engine/client';
import { PROJECTION_METHODS, type ProjectionMethod } from '../../data/run/pictures';
import { byPart, type Influence, type Scores, type SmoothingRecord } from '../../data/run/records';
import type { AppState } from '../state/appState';
import { sideOf } from '../state/comparison';
import type { SettingRow } from '../views/compare/settingsTable';
import type { Comparing } from './comparing';
import { AREA, optionsOf } from './options';

export interface RunSummary {
  /** What compare() wants. */
  readonly number: number;
  readonly name: string | null;
  /** Whether it is the one on the page. */
  readonly open: boolean;
  readonly run: RunSpec;
  /** Where it stands. */
  readonly epoch: number;
  /** There: on test nodes, or on all where the set has no test part. */
  readonly accuracy: number | null;
  /** There, by part and metric; null before it is evaluated. */
  readonly scores: Scores | null;
}

export interface ComparisonResult {
  readonly layer: string;
  readonly method: ProjectionMethod;
  /** Settings in which the two differ. */
  readonly settings: readonly SettingRow[];
  readonly k: number;
  /** Share of each node's k nearest neighbours, in the full space, that are others in the second run. */
  readonly moved: Float32Array;
  /** x, y per node of both, in the frame of the first. */
  readonly positions: readonly [Float32Array, Float32Array];
}

export interface DepthApi {
  /** Of every epoch that was measured: how alike each layer makes the nodes. */
  smoothing(): readonly SmoothingRecord[];
  /** How much each hop has to say in the output of these nodes, on average, by gradients. */
  influence(of: { nodes: readonly number[]; maxHops?: number }): Promise<Influence>;
  /** The runs of this visit, the open one last. */
  runs(): readonly RunSummary[];
  /** Puts two runs side by side on the page, and resolves when both pictures have settled. */
  compare(
    runA: number,
    runB: number,
    options?: { layer?: string; method?: ProjectionMethod },
  ): Promise<ComparisonResult>;
}

const DEFAULT_HOPS = 10;
const MOST_HOPS = 100;

interface Parts {
  readonly state: () => AppState;
  readonly engine: Engine;
  readonly comparing: Comparing;
  /** Runs work when what was asked before is done and the run is at rest. */
  readonly atRest: <T>(work: () => Promise<T>) => Promise<T>;
}

export function depthApi({ state, engine, comparing, atRest }: Parts): DepthApi {
  const isNode = (node: number) =>
    Number.isSafeInteger(node) && node >= 0 && node < (state().graph?.data.numNodes ?? 0);
  const noNodes = (nodes: unknown) =>
    fail(`${AREA}.influence`, `expected nodes to be a list of nodes of this graph, got ${shown(nodes)}`);
  const numbers = () => [...new Set([...state().runs.map(({ number }) => number), engine.number()])];

  return {
    smoothing: () => state().training.smoothing,
    influence: async (of) => {
      const { nodes, maxHops = DEFAULT_HOPS } = optionsOf('influence', of, ['nodes', 'maxHops']);
      if (!Array.isArray(nodes) || nodes.length === 0) throw noNodes(nodes);
      if (!(Number.isSafeInteger(maxHops) && maxHops >= 0 && maxHops <= MOST_HOPS))
        throw fail(
          `${AREA}.influence`,
          `expected maxHops to be a whole number from 0 to ${MOST_HOPS}, got ${shown(maxHops)}`,
        );
      return atRest(async () => {
        if (!nodes.every(isNode)) throw noNodes(nodes);
        return engine.influence(nodes, maxHops);
      });
    },
    runs: () =>
      numbers().flatMap((number) => {
        const side = sideOf(state(), engine.number(), number);
        if (!side) return [];
        const { name, run, records, epoch } = side;
        const record = records[epoch];
        const { test, all } = record ? byPart(record, ACCURACY.id) : { test: null, all: null };
        const open = number === engine.number();
        return [{ number, name, open, run, epoch, accuracy: test ?? all, scores: record?.scores ?? null }];
      }),
    compare: async (runA, runB, options) => {
      const { layer, method } = optionsOf('compare', options, ['layer', 'method']);
      if (layer !== undefined && typeof layer !== 'string')
        throw fail(`${AREA}.compare`, `expected the id of a layer, got ${shown(layer)}`);
      if (method !== undefined && !PROJECTION_METHODS.includes(method))
        throw fail(
          `${AREA}.compare`,
          `expected one of ${PROJECTION_METHODS.join(', ')}, got ${shown(method)}`,
        );
      return atRest(async () => {
        for (const number of [runA, runB])
          if (!numbers().includes(number))
            throw fail(
              `${AREA}.compare`,
              `expected numbers of runs, ${numbers().join(', ')}, got ${shown(number)}`,
              'See playground.runs().',
            );
        const sides = [runA, runB].map((number) => sideOf(state(), engine.number(), number)?.run);
        const compared = await comparing.start(runA, runB, {
          ...(layer !== undefined && { layer }),
          ...(method !== undefined && { method }),
        });
        if (layer !== undefined && compared.layer !== layer) {
          // What is refused leaves nothing open.
          comparing.close();
          throw fail(`${AREA}.compare`, `expected a layer that both runs have, got ${shown(layer)}`);
        }
        const { settingRows } = await import('../views/compare/settingsTable');
        const [first, second] = sides;
        return {
          layer: compared.layer,
          method: compared.method,
          settings: first && second ? settingRows(first, second) : [],
          k: compared.k,
          moved: compared.moved,
          positions: [compared.first.positions, compared.second.positions],
        };
      });
    },
  };
}
