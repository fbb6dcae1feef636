/** What the engine says of a run, as producers of state. */
import { changedAt } from '../../data/spec/runSpec';
import type { TrainChange } from '../../data/spec/training';
import type { Opened, Seen } from '../../engine/protocol';
import type { EpochRecord, Frame } from '../../engine/types';
import type { Phase } from './appState';
import type { Producer } from './store';

/** Most probable class of each row; ties go to the lowest class. */
export function predictionsOf(probabilities: Float32Array, numNodes: number): Int32Array {
  const numClasses = probabilities.length / numNodes;
  const predictions = new Int32Array(numNodes);
  for (let node = 0; node < numNodes; node++) {
    let best = 0;
    for (let c = 1; c < numClasses; c++)
      if (probabilities[node * numClasses + c]! > probabilities[node * numClasses + best]!) best = c;
    predictions[node] = best;
  }
  return predictions;
}

/** Records that come again, after going back to an earlier epoch, stand in place of those that they repeat. */
export function appendRecords(
  records: readonly EpochRecord[],
  arrived: readonly EpochRecord[],
): readonly EpochRecord[] {
  const [first, last] = [arrived[0], arrived.at(-1)];
  if (!first || !last) return records;
  return [...records.slice(0, first.epoch), ...arrived, ...records.slice(last.epoch + 1)];
}

export const phaseIs =
  (phase: Phase, error: string | null = null): Producer =>
  (state) => ({ ...state, training: { ...state.training, phase, error } });

export const runOpened =
  (opened: Opened): Producer =>
  (state) => ({
    ...state,
    training: {
      phase: 'ready',
      epoch: opened.record.epoch,
      records: [opened.record],
      frame: opened.frame,
      predictions: predictionsOf(opened.frame.probabilities, opened.layers[0]!.numRows),
      layers: opened.layers,
      error: null,
    },
    view: opened.layers.some(({ id }) => id === state.view.layer)
      ? state.view
      : {
          ...state.view,
          layer: (opened.layers.findLast(({ kind }) => kind === 'hidden') ?? opened.layers.at(-1)!).id,
        },
  });

/** The run stands at an epoch that it has been at; what is known of later ones stays. */
export const epochSeen =
  ({ frame }: Seen): Producer =>
  (state) => ({
    ...state,
    training: {
      ...state.training,
      phase: frame.epoch === 0 ? 'ready' : frame.epoch >= state.run.training.epochs ? 'done' : 'paused',
      epoch: frame.epoch,
      frame,
      predictions: predictionsOf(frame.probabilities, state.training.layers[0]?.numRows ?? 0),
    },
  });

/** A setting was moved at `epoch`: what had come after it does not count any more. */
export const settingMoved =
  (epoch: number, change: TrainChange): Producer =>
  (state) => ({
    ...state,
    run: changedAt(state.run, epoch, change),
    training: { ...state.training, records: state.training.records.slice(0, epoch + 1) },
  });

export const runRecovered =
  (opened: Opened): Producer =>
  (state) => ({
    ...state,
    training: {
      ...state.training,
      phase: 'recovering',
      epoch: opened.record.epoch,
      records: state.training.records.slice(0, opened.record.epoch + 1),
      frame: opened.frame,
      predictions: predictionsOf(opened.frame.probabilities, opened.layers[0]!.numRows),
    },
  });

export const epochsArrived =
  (records: readonly EpochRecord[], frame: Frame): Producer =>
  (state) => {
    const { training } = state;
    const numNodes = training.layers[0]?.numRows ?? 0;
    return {
      ...state,
      training: {
        ...training,
        epoch: frame.epoch,
        records: appendRecords(training.records, records),
        frame,
        predictions: predictionsOf(frame.probabilities, numNodes),
      },
    };
  };
