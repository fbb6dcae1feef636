/** What can be asked of a run about pairs of nodes: how one comes by its score, and what rules without learning make of them. */
import { baselineGraph, type Baseline, type BaselineGraph } from '../compute/baselines/baseline';
import { BASELINES } from '../compute/baselines/baselines';
import { rankingScores } from '../compute/tasks/pairScores';
import type { PairTask, Task } from '../compute/tasks/task';
import { fail } from '../data/base/errors';
import { adjacencyLists, isLinked, joinedPairs, type NodePairs } from '../data/graph/adjacencyLists';
import type { BaselineRow, BaselineScore, HeldOutPairs, PairAnswer } from '../data/run/pairs';
import { taskDescriptor } from '../data/run/tasks/tasks';
import { graphOf, replaced } from './openRun';
import type { Standing } from './questions';
import { SLICE_MS, type Turns } from './turns';

export interface PairQuestions {
  heldOutPairs(standing: Standing): HeldOutPairs;
  pair(standing: Standing, a: number, b: number): Promise<PairAnswer>;
  /** @param onShare takes the share that is done, now and then */
  baselines(standing: Standing, onShare: (share: number) => void): Promise<readonly BaselineRow[]>;
}

type HeldOutPart = PairAnswer['part'];

export function createPairQuestions(turns: Turns): PairQuestions {
  /** What rules see of a part, made once for a task. */
  const seen = new WeakMap<Task, Partial<Record<HeldOutPart, BaselineGraph>>>();
  const known = new WeakMap<Task, readonly BaselineRow[]>();

  const graphFor = ({ of: { task }, opened }: Standing, part: HeldOutPart): BaselineGraph => {
    const made = seen.get(task) ?? {};
    seen.set(task, made);
    const messages = task.messages.evaluation.at(part === 'val' ? -2 : -1) ?? task.messages.training;
    return (made[part] ??= baselineGraph(messages, messages.features, opened.run.seed));
  };

  /** Runs a rule to its end, giving way to messages; drops it where a newer run is opened. */
  const finish = async (
    { isNewest }: Standing,
    rule: Baseline,
    graph: BaselineGraph,
    pairs: NodePairs,
    onShare = (_share: number) => {},
  ): Promise<Float64Array> => {
    const scoring = rule.score(graph, pairs);
    let sliceEnd = turns.now() + SLICE_MS;
    for (;;) {
      const next = scoring.next();
      if (next.done) return next.value;
      if (turns.now() < sliceEnd) continue;
      onShare(next.value);
      await turns.next();
      if (!isNewest()) throw replaced();
      sliceEnd = turns.now() + SLICE_MS;
    }
  };

  return {
    heldOutPairs: (standing) => pairsOf(standing).heldOut,
    pair: async (standing, a, b) => {
      const { of, opened, isNewest } = standing;
      const pairs = pairsOf(standing);
      const { epoch, task } = of;
      const graph = graphOf(opened, epoch);
      mustBePair(a, b, graph.numNodes);
      const { outputs, own } = await of.outputs();
      if (!isNewest()) throw replaced();
      const { heldOut } = pairs;
      const row = heldOut.source.findIndex(
        (u, k) => (u === a && heldOut.target[k] === b) || (u === b && heldOut.target[k] === a),
      );
      const part = heldOut.part[row] ?? 'test';
      const terms = pairs.terms(part, outputs, own, a, b);
      const { output } = task.evaluate(outputs, own);
      const rivals = output.values.filter(
        (_, k) => k !== row && heldOut.part[k] === part && heldOut.isPositive[k] === 0,
      );
      const seenBy = graphFor(standing, part);
      const baselines: BaselineScore[] = [];
      const single = { source: Int32Array.of(a), target: Int32Array.of(b) };
      for (const rule of BASELINES) {
        const [score] = await finish(standing, rule, seenBy, single);
        baselines.push({ id: rule.id, name: rule.name, score });
      }
      return {
        epoch,
        a,
        b,
        part,
        isLinked: isLinked(adjacencyLists(graph.numNodes, graph.edgeIndex), a, b),
        isHeldOut: row >= 0,
        ...terms,
        probability: 1 / (1 + Math.exp(-terms.score)),
        ...rankAmong(rivals, terms.score),
        commonNeighbours: commonNeighbours(seenBy, a, b),
        baselines,
      };
    },
    baselines: async (standing, onShare) => {
      const { task } = standing.of;
      const { split } = pairsOf(standing);
      const found = known.get(task);
      if (found) return found;
      const rows: BaselineRow[] = [];
      for (const rule of BASELINES) {
        const { id, name, formula } = rule;
        const on = async (part: HeldOutPart, before: number) => {
          const { positives, negatives } = split[part];
          if (positives.source.length === 0 || negatives.source.length === 0) return null;
          const scores = await finish(
            standing,
            rule,
            graphFor(standing, part),
            joinedPairs([positives, negatives]),
            (share) => onShare((rows.length + (before + share) / 2) / BASELINES.length),
          );
          const count = positives.source.length;
          return rankingScores(scores.subarray(0, count), scores.subarray(count));
        };
        const val = await on('val', 0);
        const test = await on('test', 1);
        rows.push({ id, name, formula, scores: { train: null, val, test, all: null } });
        onShare(rows.length / BASELINES.length);
      }
      known.set(task, rows);
      return rows;
    },
  };
}

function pairsOf({ of: { task }, opened }: Standing): PairTask {
  if (task.pairs) return task.pairs;
  throw fail(
    'pairs',
    `expected a task about pairs of nodes, got ${taskDescriptor(opened.run.task.id).name.toLowerCase()}`,
    'Choose link prediction.',
  );
}

function mustBePair(a: number, b: number, numNodes: number): void {
  for (const node of [a, b])
    if (!(Number.isInteger(node) && node >= 0 && node < numNodes))
      throw fail('pair', `expected two nodes from 0 to ${numNodes - 1}, got ${a} and ${b}`);
  if (a === b) throw fail('pair', `expected two different nodes, got ${a} twice`);
}

function rankAmong(rivals: Float32Array, score: number): Pick<PairAnswer, 'rank' | 'of'> {
  const own = Math.fround(score);
  let [above, same] = [0, 0];
  for (const rival of rivals) {
    if (rival > own) above += 1;
    else if (rival === own) same += 1;
  }
  return { rank: 1 + above + same / 2, of: rivals.length + 1 };
}

function commonNeighbours({ links: { rowPtr, neighbour } }: BaselineGraph, a: number, b: number): number[] {
  const of = new Set(neighbour.subarray(rowPtr[a], rowPtr[a + 1]));
  return [...neighbour.subarray(rowPtr[b], rowPtr[b + 1])].filter((node) => of.has(node));
}
