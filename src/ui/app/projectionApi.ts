/** The part of `window.playground` that asks for pictures of a layer, and for what is behind them. */
import { fail } from '../../data/base/errors';
import { shown } from '../../data/run/checks';
import type { Engine } from '../../engine/client';
import {
  METRICS,
  PROJECTION_METHODS,
  type Fidelity,
  type Metric,
  type ProjectionMethod,
  type ProjectionPicture,
} from '../../data/run/pictures';
import type { Actions } from '../state/actions';
import type { AppState } from '../state/appState';
import { shownMethod } from '../state/shownMethod';
import { AREA, optionsOf } from './options';

type Points = Extract<ProjectionPicture, { kind: 'points' }>;

export interface ProjectionApi {
  /** Shows a layer, and resolves with its settled picture and the milliseconds that it took to work out. */
  project(
    layerId: string,
    options?: { method?: ProjectionMethod; seed?: number },
  ): Promise<Pick<Points, 'layer' | 'method' | 'seed' | 'epoch' | 'ms' | 'positions'>>;
  /** The nodes nearest to one in the full space of a layer, nearest first: `distance` is Euclidean, or 1 - cos. */
  neighbours(
    node: number,
    options?: { layer?: string; k?: number; metric?: Metric },
  ): Promise<{ epoch: number; neighbours: readonly { node: number; distance: number }[] }>;
  /** How far the picture on the screen can be trusted; null until that is known. */
  fidelity(): (Pick<Points, 'layer' | 'method' | 'seed' | 'epoch' | 'settled'> & Fidelity) | null;
}

interface Parts {
  readonly state: () => AppState;
  readonly until: (holds: (state: AppState) => boolean) => Promise<void>;
  readonly engine: Engine;
  readonly setView: Actions['setView'];
  /** Runs work when what was asked before is done and the run is at rest. */
  readonly atRest: <T>(work: () => Promise<T>) => Promise<T>;
}

const MOST_NEIGHBOURS = 1000;
/** With fewer nodes UMAP has nothing to do, and PCA draws. */
const MIN_UMAP_NODES = 4;

export function projectionApi({ state, until, engine, setView, atRest }: Parts): ProjectionApi {
  const mustKnow = (name: string, layerId: string) => {
    const { layers } = state().training;
    const layer = layers.find(({ id }) => id === layerId);
    if (layer) return layer;
    const known = layers.map(({ id }) => id).join(', ');
    throw fail(`${AREA}.${name}`, `expected one of ${known}, got ${shown(layerId)}`);
  };
  const oneOf = <V extends string>(name: string, options: readonly V[], value: V) => {
    if (!options.includes(value))
      throw fail(`${AREA}.${name}`, `expected one of ${options.join(', ')}, got ${shown(value)}`);
  };
  const wholeNumber = (name: string, what: string, value: number, least: number, most: number) => {
    if (!(Number.isSafeInteger(value) && value >= least && value <= most))
      throw fail(`${AREA}.${name}`, `expected ${what} from ${least} to ${most}, got ${shown(value)}`);
  };

  return {
    project: async (layerId, options) => {
      const given = optionsOf('project', options, ['method', 'seed']);
      if (typeof layerId !== 'string') mustKnow('project', layerId);
      if (given.method !== undefined) oneOf('project', PROJECTION_METHODS, given.method);
      if (given.seed !== undefined) wholeNumber('project', 'a seed', given.seed, 0, 0x7fffffff);
      return atRest(async () => {
        const layer = mustKnow('project', layerId);
        const { numCols } = layer;
        const { method = shownMethod(state().view, layer), seed = state().view.pictureSeed } = given;
        const numNodes = state().graph?.data.numNodes ?? 0;
        const cannot = method === 'axes' ? numCols !== 2 : numNodes < MIN_UMAP_NODES;
        const drawn = cannot ? 'pca' : method;
        // A method that is asked for by name is the one that draws.
        setView({
          layer: layerId,
          method,
          pictureSeed: seed,
          ...(method === 'umap' ? { twoByAxes: false } : {}),
        });
        const isThere = ({ projection, training }: AppState): boolean => {
          if (projection?.layer !== layerId) return false;
          if (projection.kind === 'nothing') return true;
          const isAsked = projection.method === drawn && projection.seed === seed;
          return isAsked && projection.settled && projection.epoch === training.epoch;
        };
        await until(isThere);
        const { projection } = state();
        if (projection?.kind !== 'points')
          throw fail(
            `${AREA}.project`,
            `expected a picture of ${layerId}, got none: ${projection?.sentence}`,
          );
        const { epoch, ms, positions } = projection;
        return {
          layer: projection.layer,
          method: projection.method,
          seed: projection.seed,
          epoch,
          ms,
          positions,
        };
      });
    },
    neighbours: async (node, options) => {
      const { view } = state();
      const given = optionsOf('neighbours', options, ['layer', 'k', 'metric']);
      const { layer = view.layer, k = 15, metric = view.metric } = given;
      mustKnow('neighbours', layer);
      wholeNumber('neighbours', 'a node', node, 0, (state().graph?.data.numNodes ?? 1) - 1);
      wholeNumber('neighbours', 'k', k, 1, MOST_NEIGHBOURS);
      oneOf('neighbours', METRICS, metric);
      const { epoch, nodes, distances } = await engine.nearest(layer, node, k, metric);
      const neighbours = Array.from(nodes, (each, i) => ({ node: each, distance: distances[i]! }));
      return { epoch, neighbours };
    },
    fidelity: () => {
      const { projection } = state();
      if (projection?.kind !== 'points' || !projection.fidelity) return null;
      const { layer, method, seed, epoch, settled } = projection;
      return { layer, method, seed, epoch, settled, ...projection.fidelity };
    },
  };
}
