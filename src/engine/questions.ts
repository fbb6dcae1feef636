/** What can be asked of a run where it stands: answered from its weights, on demand, while nothing of it changes. */
import { createInfluence, receptiveBreadth } from '../compute/depth/influence';
import { smoothingOf } from '../compute/depth/smoothing';
import { accountOf } from '../compute/embed/account';
import type { Explainer } from '../compute/trace/explainer';
import { explainRun } from '../compute/trace/explainRun';
import { edgesWithin, renumbered } from '../compute/trace/renumbered';
import { parameterCount, withTaskParameters } from '../compute/nn/parameters';
import { layerWeights } from '../compute/nn/weights';
import type { Trainer } from '../compute/train/trainer';
import { fail } from '../data/base/errors';
import type { GraphData } from '../data/graph/graphData';
import { graphOf, replaced, type OpenRun } from './openRun';
import type { Turns } from './turns';
import type { Account } from '../data/run/account';
import type { Influence, SmoothingRecord, Weights } from '../data/run/records';
import type { Explanation } from '../data/run/trace';

/** A run as it stands, and whether it still does. */
export interface Standing {
  readonly of: Trainer;
  readonly opened: OpenRun;
  readonly isNewest: () => boolean;
}

export interface Questions {
  /** How one node came by its row at one layer. */
  explain(standing: Standing, layer: string, node: number): Promise<Explanation>;
  /** What a method without layers has to say of a node. */
  account(standing: Standing, node: number): Promise<Account>;
  /** Everything that the run has learned, by name. */
  weights(standing: Standing): Promise<Weights>;
  /** Mean over the nodes of what each hop has to say, by gradients. */
  influence(standing: Standing, nodes: readonly number[], maxHops: number): Promise<Influence>;
  /** How alike each layer makes the nodes. */
  smoothing(of: Trainer): Promise<SmoothingRecord>;
}

/** The edges that the layers on show have heard over. */
const shownMessages = ({ task }: Trainer): GraphData => task.messages.evaluation[0];

/** Of a keyframe's weights those of the layers: a task's own come after them. */
const ofLayers = ({ task }: Trainer, weights: Float32Array): Float32Array =>
  weights.subarray(0, weights.length - parameterCount(withTaskParameters([], task.parameters, 0)));

export function createQuestions(turns: Turns): Questions {
  /** Explains the epoch that was last asked about. */
  let last: { readonly of: Trainer; readonly epoch: number; readonly explainer: Explainer } | null = null;

  const explainerOf = async ({ of, opened, isNewest }: Standing) => {
    if (last?.of !== of || last.epoch !== of.epoch) {
      const { epoch, weights } = await of.keyframe();
      if (!isNewest()) throw replaced();
      last = { of, epoch, explainer: explainRun(opened.run, shownMessages(of), ofLayers(of, weights)) };
    }
    return last;
  };

  return {
    explain: async (standing, layer, node) => {
      const [, ...layers] = standing.of.layers.map(({ id }) => id);
      const index = layers.indexOf(layer);
      if (index < 0) throw fail('explain', `expected one of ${layers.join(', ')}, got '${layer}'`);
      const { epoch, explainer } = await explainerOf(standing);
      const trace = explainer.trace(index, node);
      const [{ edgeIndex: heard }, { edgeIndex }] = [
        shownMessages(standing.of),
        graphOf(standing.opened, epoch),
      ];
      return {
        epoch,
        trace: heard === edgeIndex ? trace : renumbered(trace, edgesWithin(heard, edgeIndex)),
        parameters: explainer.parameters(index),
      };
    },
    account: ({ of, opened }, node) => {
      const { epoch } = of;
      return accountOf(opened.run, shownMessages(of), node, epoch, () => of.activations('h1'));
    },
    weights: async ({ of, opened, isNewest }) => {
      const { method } = opened.run.model;
      if (method?.kind === 'labelPropagation')
        throw fail('weights', 'expected a model that learns something, got label propagation');
      if (method) {
        const { epoch } = of;
        const embedding = await of.activations('h1');
        if (embedding.kind !== 'dense') throw fail('weights', 'expected a dense embedding');
        const { numRows, numCols, values } = embedding.matrix;
        return { epoch, tensors: [{ name: 'embedding.weight', shape: [numRows, numCols], values }] };
      }
      const { epoch, weights } = await of.keyframe();
      if (!isNewest()) throw replaced();
      return {
        epoch,
        tensors: layerWeights(opened.run, graphOf(opened, epoch), weights, of.task.parameters),
      };
    },
    influence: async ({ of, opened, isNewest }, nodes, maxHops) => {
      const { epoch, weights } = await of.keyframe();
      const probe = createInfluence(opened.run, shownMessages(of), ofLayers(of, weights));
      try {
        const rows: Float32Array[] = [];
        for (const node of nodes) {
          rows.push(await probe.of(node, maxHops));
          await turns.next();
          if (!isNewest()) throw replaced();
        }
        const perHop = new Float32Array(maxHops + 1).map(
          (_, hop) => rows.reduce((sum, row) => sum + row[hop], 0) / Math.max(1, rows.length),
        );
        return { epoch, perHop, breadth: receptiveBreadth(rows) };
      } finally {
        probe.dispose();
      }
    },
    smoothing: async (of) => {
      const { epoch } = of;
      const { edgeIndex } = shownMessages(of);
      const layers: SmoothingRecord['layers'][number][] = [];
      for (const { id, kind } of of.layers) {
        if (kind === 'input') continue;
        const activations = await of.activations(id);
        if (activations.kind === 'dense') layers.push({ id, ...smoothingOf(activations.matrix, edgeIndex) });
      }
      return { epoch, layers };
    },
  };
}
