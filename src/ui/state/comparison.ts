/** Two runs side by side: what is compared, and what is known of it. */
import { fail, type PlaygroundError } from '../../data/base/errors';
import { descriptorOf } from '../../data/run/catalogue';
import type { GraphData } from '../../data/graph/graphData';
import type { GraphEdits } from '../../data/run/edits';
import { canonical, editsAt, type RunSpec } from '../../data/run/runSpec';
import type { Compared, ProjectionMethod } from '../../data/run/pictures';
import type { EpochRecord, LayerInfo } from '../../data/run/records';
import type { AppState } from './appState';

/** One side: a run at one of its epochs. */
export interface ComparedSide {
  /** The engine's. */
  readonly number: number;
  readonly name: string | null;
  readonly run: RunSpec;
  /** Of epochs 0 on. */
  readonly records: readonly EpochRecord[];
  readonly epoch: number;
}

export interface ComparisonState {
  /** The graph of both, before edits. */
  readonly base: GraphData;
  readonly sides: readonly [ComparedSide, ComparedSide];
  /** Those that both have; empty until both are open. */
  readonly layers: readonly LayerInfo[];
  readonly layer: string;
  readonly method: ProjectionMethod;
  readonly kind: 'working' | 'ready' | 'failed';
  /** The newest; of another layer while one is being worked out. */
  readonly compared: Compared | null;
  /** Why there is nothing to see. */
  readonly message: string | null;
}

/**
 * A run of this visit at the epoch where it stands.
 * @param number null: the open run, which is number `open`
 */
export function sideOf(
  { runs, run, runName, training }: AppState,
  open: number,
  number: number | null,
): ComparedSide | null {
  const { records, epoch } = training;
  if (number === null || number === open) return { number: open, name: runName, run, records, epoch };
  const past = runs.find((each) => each.number === number);
  return past ? { ...past, epoch: past.records.length - 1 } : null;
}

/** Why two runs cannot be compared; null where they can. */
export function whyNot(
  first: Pick<ComparedSide, 'run' | 'epoch'>,
  second: Pick<ComparedSide, 'run' | 'epoch'>,
  shown: RunSpec['data'],
): PlaygroundError | null {
  const name = ({ id }: RunSpec['data']) => descriptorOf(id).name;
  const [one, other] = [first.run.data, second.run.data];
  if (one.id !== other.id)
    return fail(
      'compare',
      `expected two runs on the same graph, got ${name(one)} and ${name(other)}`,
      'Node 5 of one is not node 5 of the other.',
    );
  if (one.labelling !== other.labelling)
    return fail(
      'compare',
      `expected two runs on the same classes, got ${name(one)} with two labellings`,
      'Their predictions mean different things.',
    );
  const [mine, theirs] = [editsAt(first.run, first.epoch), editsAt(second.run, second.epoch)];
  if (nodesOf(mine) !== nodesOf(theirs))
    return fail(
      'compare',
      'expected two runs on the same nodes, got one with nodes added or deleted',
      'Go to an epoch of it before that edit.',
    );
  if (canonical(one) !== canonical(shown))
    return fail(
      'compare',
      `expected runs on the graph that is shown, ${name(shown)}, got runs on ${name(one)}`,
      'Open one of them first.',
    );
  return null;
}

/** Equal for edits that leave the same nodes. */
const nodesOf = ({ addedNodes, removedNodes }: GraphEdits): string =>
  canonical([addedNodes.length, removedNodes]);
