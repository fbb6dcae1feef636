/** What the engine says of a run, as producers of state. */
import type { GraphEdits } from '../../data/run/edits';
import { changedAt, editedAt, type RunSpec } from '../../data/run/runSpec';
import type { TrainChange } from '../../data/run/training';
import type { Opened, Seen } from '../../engine/protocol';
import type { EpochProgress, EpochRecord, Frame, SmoothingRecord } from '../../data/run/records';
import type { Phase, TrainingState } from './appState';
import { classProbabilities } from './classProbabilities';
import { graphAt } from './shownGraph';
import type { Producer } from './store';

/** Most probable class of each row; ties go to the lowest class. */
export function predictionsOf(probabilities: Float32Array, numClasses: number): Int32Array {
  const numNodes = probabilities.length / numClasses;
  const predictions = new Int32Array(numNodes);
  for (let node = 0; node < numNodes; node++) {
    let best = 0;
    for (let c = 1; c < numClasses; c++)
      if (probabilities[node * numClasses + c]! > probabilities[node * numClasses + best]!) best = c;
    predictions[node] = best;
  }
  return predictions;
}

/** Null where the frame says nothing of classes, or there are none. */
export function classesOf(frame: Frame): Int32Array | null {
  const probabilities = classProbabilities(frame);
  const { columns } = frame.output;
  return probabilities && columns > 0 ? predictionsOf(probabilities, columns) : null;
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

/** Epoch, frame and predictions of what is shown now, on the graph as it is at that epoch. */
const shown =
  (frame: Frame): Producer =>
  (state) => {
    const predictions = classesOf(frame);
    return graphAt(frame.epoch)({
      ...state,
      training: { ...state.training, epoch: frame.epoch, frame, underWay: null, predictions },
    });
  };

/** The layers of a run that was opened, and the chosen one among them. */
const withLayers =
  ({ layers }: Opened): Producer =>
  (state) => ({
    ...state,
    training: { ...state.training, layers },
    view: layers.some(({ id }) => id === state.view.layer)
      ? state.view
      : {
          ...state.view,
          layer: (layers.findLast(({ kind }) => kind === 'hidden') ?? layers.at(-1)!).id,
        },
  });

/** Told again of an epoch, the newer one counts. */
export const smoothingTold =
  (record: SmoothingRecord): Producer =>
  (state) => {
    const others = state.training.smoothing.filter(({ epoch }) => epoch !== record.epoch);
    const smoothing = [...others, record].sort((a, b) => a.epoch - b.epoch);
    return { ...state, training: { ...state.training, smoothing } };
  };

const untilEpoch = (smoothing: readonly SmoothingRecord[], epoch: number) =>
  smoothing.filter((record) => record.epoch <= epoch);

/** Where a run stands that trains no more by itself. */
const restAt = (epoch: number, epochs: number): Phase =>
  epoch === 0 ? 'ready' : epoch >= epochs ? 'done' : 'paused';

/** A run is on its way to the engine: what was known is of the one before it, whose picture stays until it is there. */
export const runOpening =
  (run: RunSpec): Producer =>
  (state) =>
    phaseIs('opening')({
      ...state,
      run,
      asked: null,
      pending: null,
      training: { ...state.training, epoch: 0, records: [], smoothing: [], underWay: null },
    });

/** @param again what is known of a run that was open before: records from epoch 0 to where it stands */
export const runOpened =
  (opened: Opened, again?: Pick<TrainingState, 'records' | 'smoothing'>): Producer =>
  (state) => {
    const known = withLayers(opened)(state);
    const { records, smoothing } = again ?? { records: [opened.record], smoothing: known.training.smoothing };
    const training = { ...known.training, records, smoothing };
    const phase = restAt(opened.frame.epoch, state.run.training.epochs);
    return shown(opened.frame)(phaseIs(phase)({ ...known, training }));
  };

/** The run stands at an epoch that it has been at; what is known of later ones stays. */
export const epochSeen =
  ({ frame }: Seen): Producer =>
  (state) =>
    shown(frame)(phaseIs(restAt(frame.epoch, state.run.training.epochs))(state));

/** A setting was moved at `epoch`: what had come after it does not count any more. */
export const settingMoved =
  (epoch: number, change: TrainChange): Producer =>
  (state) => ({
    ...state,
    run: changedAt(state.run, epoch, change),
    training: {
      ...state.training,
      records: state.training.records.slice(0, epoch + 1),
      smoothing: untilEpoch(state.training.smoothing, epoch),
    },
  });

/** The graph was edited where the run stands: what had come after it does not count any more. */
export const graphEdited =
  (opened: Opened, edits: GraphEdits): Producer =>
  (state) => {
    const { epoch } = opened.frame;
    const known = withLayers(opened)({ ...state, run: editedAt(state.run, epoch, edits) });
    // The first record is of the untrained model, which an edit changes too.
    const kept = epoch === 0 ? [opened.record] : known.training.records.slice(0, epoch + 1);
    const smoothing = untilEpoch(known.training.smoothing, epoch);
    return shown(opened.frame)({ ...known, training: { ...known.training, records: kept, smoothing } });
  };

export const runRecovered =
  (opened: Opened): Producer =>
  (state) => {
    const records = state.training.records.slice(0, opened.record.epoch + 1);
    const recovering = phaseIs('recovering')({ ...state, training: { ...state.training, records } });
    return shown(opened.frame)(recovering);
  };

export const epochUnderWay =
  (underWay: EpochProgress): Producer =>
  (state) => ({ ...state, training: { ...state.training, underWay } });

export const epochsArrived =
  (records: readonly EpochRecord[], frame: Frame): Producer =>
  (state) => {
    const { training } = state;
    const known = appendRecords(training.records, records);
    return shown(frame)({ ...state, training: { ...training, records: known } });
  };
