/**
 * The loss over the epochs of the run: cross-entropy on training and, where there are any, on validation nodes. A method
 * without layers has a loss of another kind, which shares no axis with a cross-entropy: it is drawn alone, by its name.
 */
import { useMemo } from 'react';
import { methodDescriptor } from '../../data/spec/layers/defaults';
import { useActions } from '../state/actions';
import { useAppState } from '../state/hooks';
import { epochsOf, lossCurves } from './curves';
import { LineChart } from './LineChart';

export function LossChart() {
  const { seek } = useActions();
  const records = useAppState((state) => state.training.records);
  const epoch = useAppState((state) => state.training.epoch);
  const lastEpoch = useAppState((state) => state.run.training.epochs);
  const epochs = useMemo(() => epochsOf(records), [records]);
  const kind = useAppState((state) => state.run.model.method?.kind ?? null);
  const own = kind === null ? null : methodDescriptor(kind).loss;
  const curves = useMemo(() => lossCurves(records, own?.of), [records, own]);
  return (
    <LineChart
      onPick={seek}
      title={own?.name ?? 'Loss'}
      epochs={epochs}
      curves={curves}
      epoch={epoch}
      lastEpoch={lastEpoch}
      top={null}
    />
  );
}
