/**
 * The loss over the epochs of the run: cross-entropy on training and, where there are any, on validation nodes. A method
 * without layers has a loss of another kind, which shares no axis with a cross-entropy: it is drawn alone, by its name.
 */
import { useMemo, type ReactNode } from 'react';
import { methodDescriptor } from '../../data/run/layers/defaults';
import { useActions } from '../state/actions';
import { useAppState } from '../state/hooks';
import { endOf, epochsOf, lossCurves } from './curves';
import { LineChart } from './LineChart';
import { useSeeds } from './useSeeds';

const UPWARD = { kind: 'upward', top: null } as const;

export function LossChart({ chooser }: { readonly chooser?: ReactNode }) {
  const { seek } = useActions();
  const records = useAppState((state) => state.training.records);
  const epoch = useAppState((state) => state.training.epoch);
  const planned = useAppState((state) => state.run.training.epochs);
  const kind = useAppState((state) => state.run.model.method?.kind ?? null);
  const own = kind === null ? null : methodDescriptor(kind).loss;
  const { seeds, note } = useSeeds();
  const epochs = useMemo(() => epochsOf(records, seeds), [records, seeds]);
  const curves = useMemo(() => lossCurves(records, own?.of, seeds), [records, own, seeds]);
  return (
    <LineChart
      onPick={seek}
      title={own?.name ?? 'Loss'}
      chooser={chooser}
      epochs={epochs}
      curves={curves}
      epoch={epoch}
      lastEpoch={endOf(epochs, planned)}
      axis={UPWARD}
      strokes="parts"
      bandNote={note}
    />
  );
}
