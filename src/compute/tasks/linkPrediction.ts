/**
 * Link prediction: most linked pairs are learned from, beside as many that are not linked; the rest is held out (see
 * data/graph/edgeSplit.ts). Messages travel on the edges that a part may see, and a decoder makes a score of two rows.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import { joinedPairs, type NodePairs } from '../../data/graph/adjacencyLists';
import { edgeSplit, type EdgeSplit } from '../../data/graph/edgeSplit';
import type { GraphData } from '../../data/graph/graphData';
import type { MessageGraph } from '../../data/graph/messageGraph';
import { paddedSize } from '../../data/graph/paddedSize';
import { layersAsBuilt } from '../../data/run/layers/lastLayer';
import type { HeldOutPairs } from '../../data/run/pairs';
import type { RunSpec } from '../../data/run/runSpec';
import { LINK_PREDICTION, type LinkPredictionSpec } from '../../data/run/tasks/linkPrediction';
import type { TaskSpec } from '../../data/run/tasks/descriptor';
import { DECODERS } from '../decoders/decoders';
import { pairTensor } from '../decoders/pairTensor';
import { linkLoss } from '../losses/linkLosses';
import { pairExamples, pairsAt } from './pairExamples';
import { boundDecoder, linkScores, scoredPairs } from './pairScores';
import type { Batch, Task, TaskCode } from './task';

/** Training pairs that the scores on training are of: more would take longer than the step. */
const MOST_TOLD = 1000;

const isLinkPrediction = (task: TaskSpec): task is LinkPredictionSpec => task.id === LINK_PREDICTION.id;

function heldOutPairs({ val, test }: EdgeSplit): HeldOutPairs {
  const lists = [val.positives, val.negatives, test.positives, test.negatives];
  return {
    ...joinedPairs(lists),
    part: lists.flatMap(({ source }, k) => Array.from(source, () => (k < 2 ? ('val' as const) : 'test'))),
    isPositive: Uint8Array.from(lists.flatMap(({ source }, k) => Array.from(source, () => 1 - (k % 2)))),
  };
}

/** The ends of pairs as rows of a batch: `nodes` says which node each row is, -1 fills up. */
function asRows(lists: readonly NodePairs[]): { nodes: Int32Array; pairs: readonly NodePairs[] } {
  const ends = [...new Set(lists.flatMap(({ source, target }) => [...source, ...target]))];
  const rowOf = new Map(ends.map((node, row) => [node, row]));
  const nodes = new Int32Array(paddedSize(ends.length)).fill(-1);
  nodes.set(ends);
  const rows = (list: Int32Array) => list.map((node) => rowOf.get(node) ?? -1);
  return {
    nodes,
    pairs: lists.map(({ source, target }) => ({ source: rows(source), target: rows(target) })),
  };
}

/** A plain loop: it runs over every output after each epoch. Infinity and NaN times 0 are NaN. */
function areFinite(values: Float32Array): boolean {
  let none = 0;
  for (let k = 0; k < values.length; k++) none += values[k] * 0;
  return none === 0;
}

/** @param loaded see `edgeSplit` */
function open(run: RunSpec, graph: GraphData, loaded: GraphData): Task {
  const { task, seed, model } = run;
  if (!isLinkPrediction(task)) throw fail('tasks', `expected ${LINK_PREDICTION.id}, got '${task.id}'`);
  const { disjointShare, negatives: rule, testEdges, reverseEdges } = task;
  const split = edgeSplit(
    graph,
    { seed, disjointShare, negatives: rule, leaks: { testEdges, reverseEdges } },
    loaded,
  );
  const width = model.method ? widthOf(model.method) : (layersAsBuilt(run, graph).at(-1)?.width ?? 0);
  const loss = linkLoss(task.loss);
  const decoder = DECODERS[task.decoder];
  const parameters = decoder.parameters(width, width);
  const roles = parameters.map(({ role }) => role);
  const examples = pairExamples(graph, split, { seed, rule, isOfPartners: loss.isOfPartners });
  const { positives } = split.train;
  const numExamples = positives.source.length;
  const numTold = Math.min(MOST_TOLD, numExamples);
  const told = Int32Array.from({ length: numTold }, (_, k) => Math.floor((k * numExamples) / numTold));
  const toldOf = examples(0);
  const toldPairs = {
    positives: pairsAt(toldOf.positives, told),
    negatives: pairsAt(toldOf.negatives, told),
  };
  const heldOut = heldOutPairs(split);

  const withEdges = (messages: MessageGraph): GraphData => ({ ...graph, ...messages });
  const training = withEdges(split.train.messages);
  const test = withEdges(split.test.messages);
  // Those kept apart in training carry messages when the validation pairs are scored.
  const val = disjointShare > 0 ? withEdges(split.val.messages) : training;

  const batchOf = (nodes: Int32Array | null, count: number, [right, wrong]: readonly NodePairs[]): Batch => {
    const numRows = nodes?.length ?? graph.numNodes;
    const [linked, others] = [pairTensor(numRows, right).edges, pairTensor(numRows, wrong).edges];
    return {
      nodes,
      count,
      loss: (z, own) => {
        const parameter = (role: string): Tensor => own[roles.indexOf(role)];
        return loss.ofTensors(z, linked, others, (pairs) => decoder.scores(z, pairs, parameter));
      },
      dispose: () => {
        linked.dispose();
        others.dispose();
      },
    };
  };

  return {
    messages: { training, evaluation: val === training ? [training, test] : [training, val, test] },
    parameters,
    numExamples,
    all: (epoch) => {
      const { positives: right, negatives: wrong } = examples(epoch);
      return batchOf(null, numExamples, [right, wrong]);
    },
    some: (epoch, which) => {
      const { positives: right, negatives: wrong } = examples(epoch);
      const { nodes, pairs } = asRows([pairsAt(right, which), pairsAt(wrong, which)]);
      return batchOf(nodes, which.length, pairs);
    },
    evaluate: (outputs, own) => {
      const bound = boundDecoder(decoder, roles, own);
      const [first] = outputs;
      const last = outputs[outputs.length - 1];
      const scored = (z: Float32Array, part: { positives: NodePairs; negatives: NodePairs }) => ({
        positives: scoredPairs(z, width, part.positives, bound),
        negatives: scoredPairs(z, width, part.negatives, bound),
      });
      const parts = {
        train: scored(first, toldPairs),
        val: scored(outputs[outputs.length - 2], split.val),
        test: scored(last, split.test),
      };
      const scoresOn = (part: keyof typeof parts) =>
        linkScores(parts[part].positives, parts[part].negatives, loss);
      const values = Float32Array.from(
        [parts.val.positives, parts.val.negatives, parts.test.positives, parts.test.negatives].flatMap(
          ({ scores }) => [...scores],
        ),
      );
      return {
        scores: { train: scoresOn('train'), val: scoresOn('val'), test: scoresOn('test'), all: null },
        output: { unit: 'edge', rows: values.length, columns: 1, values },
        isFinite: [...outputs, values].every(areFinite),
      };
    },
    probe: null,
    pairs: {
      heldOut,
      split,
      terms: (part, outputs, own, a, b) => {
        const z = outputs[outputs.length - (part === 'val' ? 2 : 1)];
        const row = (node: number) => z.subarray(node * width, (node + 1) * width);
        return boundDecoder(decoder, roles, own).terms(row(a), row(b));
      },
    },
    dispose: () => {},
  };
}

const widthOf = (method: NonNullable<RunSpec['model']['method']>): number => {
  if ('dimension' in method) return method.dimension;
  throw fail('tasks', `expected a method with an embedding, got '${method.kind}'`);
};

export const linkPrediction: TaskCode = { of: LINK_PREDICTION, open };
