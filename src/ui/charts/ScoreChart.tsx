/** The task's headline metric over the epochs of the run, on each part of the split. */
import { useMemo, type ReactNode } from 'react';
import { headlineOf } from '../../data/run/tasks/tasks';
import { useActions } from '../state/actions';
import { useAppState } from '../state/hooks';
import { ChartFrame } from './ChartFrame';
import { capital } from '../texts/scores';
import { endOf, epochsOf, scoreCurves } from './curves';
import { LineChart } from './LineChart';
import { useSeeds } from './useSeeds';

const AXES = { share: { kind: 'upward', top: 1 }, number: { kind: 'upward', top: null } } as const;

export function ScoreChart({ chooser }: { readonly chooser?: ReactNode }) {
  const { seek } = useActions();
  const records = useAppState((state) => state.training.records);
  const epoch = useAppState((state) => state.training.epoch);
  const planned = useAppState((state) => state.run.training.epochs);
  const metric = useAppState(({ run }) => headlineOf(run));
  const { seeds, note } = useSeeds();
  const epochs = useMemo(() => epochsOf(records, seeds), [records, seeds]);
  const curves = useMemo(() => scoreCurves(records, metric.id, seeds), [records, metric, seeds]);
  if (records.length > 0 && curves.length === 0)
    return (
      <ChartFrame
        title={capital(metric.name)}
        chooser={chooser}
        sentence="This graph has no labels, so there is nothing that a prediction could be right about."
      />
    );
  return (
    <LineChart
      onPick={seek}
      title={capital(metric.name)}
      chooser={chooser}
      epochs={epochs}
      curves={curves}
      epoch={epoch}
      lastEpoch={endOf(epochs, planned)}
      axis={AXES[metric.range]}
      strokes="parts"
      bandNote={note}
    />
  );
}
