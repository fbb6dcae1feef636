/** Cross-entropy over the epochs of the run, on training and, where there are any, on validation nodes. */
import { useMemo } from 'react';
import { useAppState } from '../state/hooks';
import { epochsOf, lossCurves } from './curves';
import { LineChart } from './LineChart';

export function LossChart() {
  const records = useAppState((state) => state.training.records);
  const epoch = useAppState((state) => state.training.epoch);
  const lastEpoch = useAppState((state) => state.run.training.epochs);
  const epochs = useMemo(() => epochsOf(records), [records]);
  const curves = useMemo(() => lossCurves(records), [records]);
  return (
    <LineChart title="Loss" epochs={epochs} curves={curves} epoch={epoch} lastEpoch={lastEpoch} top={null} />
  );
}
