/** Share of right predictions over the epochs of the run, on each part of the split. */
import { useMemo } from 'react';
import { useActions } from '../state/actions';
import { useAppState } from '../state/hooks';
import { accuracyCurves, epochsOf } from './curves';
import { LineChart } from './LineChart';

export function AccuracyChart() {
  const { seek } = useActions();
  const records = useAppState((state) => state.training.records);
  const epoch = useAppState((state) => state.training.epoch);
  const lastEpoch = useAppState((state) => state.run.training.epochs);
  const epochs = useMemo(() => epochsOf(records), [records]);
  const curves = useMemo(() => accuracyCurves(records), [records]);
  return (
    <LineChart
      onPick={seek}
      title="Accuracy"
      epochs={epochs}
      curves={curves}
      epoch={epoch}
      lastEpoch={lastEpoch}
      top={1}
    />
  );
}
