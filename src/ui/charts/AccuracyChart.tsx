/** Share of right predictions over the epochs of the run, on each part of the split. */
import { useMemo, type ReactNode } from 'react';
import { useActions } from '../state/actions';
import { useAppState } from '../state/hooks';
import { ChartFrame } from './ChartFrame';
import { accuracyCurves, endOf, epochsOf } from './curves';
import { LineChart } from './LineChart';
import { useSeeds } from './useSeeds';

const SHARE = { kind: 'upward', top: 1 } as const;

export function AccuracyChart({ chooser }: { readonly chooser?: ReactNode }) {
  const { seek } = useActions();
  const records = useAppState((state) => state.training.records);
  const epoch = useAppState((state) => state.training.epoch);
  const planned = useAppState((state) => state.run.training.epochs);
  const { seeds, note } = useSeeds();
  const epochs = useMemo(() => epochsOf(records, seeds), [records, seeds]);
  const curves = useMemo(() => accuracyCurves(records, seeds), [records, seeds]);
  if (records[0]?.accuracy.all === null)
    return (
      <ChartFrame
        title="Accuracy"
        chooser={chooser}
        sentence="This graph has no labels, so there is nothing that a prediction could be right about."
      />
    );
  return (
    <LineChart
      onPick={seek}
      title="Accuracy"
      chooser={chooser}
      epochs={epochs}
      curves={curves}
      epoch={epoch}
      lastEpoch={endOf(epochs, planned)}
      axis={SHARE}
      strokes="parts"
      bandNote={note}
    />
  );
}
