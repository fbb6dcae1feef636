/** Two runs side by side: what is compared, and what is known of it. */
import { descriptorOf } from '../../data/spec/catalogue';
import { canonical, editsAt, type RunSpec } from '../../data/spec/runSpec';
import type { Compared, EpochRecord, LayerInfo, ProjectionMethod } from '../../engine/types';
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

/** Why two runs cannot be compared, in a sentence; null where they can. */
export function whyNot(
  first: Pick<ComparedSide, 'run' | 'epoch'>,
  second: Pick<ComparedSide, 'run' | 'epoch'>,
  shown: RunSpec['data'],
): string | null {
  const name = ({ id }: RunSpec['data']) => descriptorOf(id).name;
  const [one, other] = [first.run.data, second.run.data];
  if (canonical(one) !== canonical(other))
    return `One run is on ${name(one)}, the other on ${name(other)}${one.id === other.id ? ' with other labels' : ''}: node 5 of one is not node 5 of the other. Compare runs on the same graph.`;
  const [mine, theirs] = [editsAt(first.run, first.epoch), editsAt(second.run, second.epoch)];
  if (
    canonical([mine.addedNodes.length, mine.removedNodes]) !==
    canonical([theirs.addedNodes.length, theirs.removedNodes])
  )
    return 'Nodes were added or deleted in one of these runs and not in the other. Compare runs on the same nodes.';
  if (canonical(one) !== canonical(shown))
    return `Both runs are on ${name(one)}, and the page shows ${name(shown)}. Open one of them first.`;
  return null;
}
