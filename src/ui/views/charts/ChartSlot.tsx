import type { ReactNode } from 'react';
import { AlikeChart } from '../../charts/AlikeChart';
import { ChartFrame } from '../../charts/ChartFrame';
import { LossChart } from '../../charts/LossChart';
import { ScoreChart } from '../../charts/ScoreChart';
import { useAppState } from '../../state/hooks';
import { chartShown } from '../../state/taskView';
import type { ChartKind } from '../../state/viewSpec';
import { Fetched } from '../../widgets/Fetched';
import { later } from '../../widgets/later';
import { LayerName } from '../LayerName';
import { ChartChoice } from './ChartChoice';
import styles from './ChartStrip.module.css';

const classesChart = later(() => import('./ClassesChart'));
const baselinesChart = later(() => import('./BaselinesChart'));
const scoresChart = later(() => import('./ScoresChart'));
const influenceChart = later(() => import('./InfluenceChart'));

const nameOf = (label: string) => <LayerName label={label} />;

/** One of the two charts of the strip. */
export function ChartSlot({ side }: { readonly side: 0 | 1 }) {
  const kind = useAppState((state) => chartShown(state, side));
  const projector = useAppState((state) => state.view.projector);
  const chooser = <ChartChoice side={side} />;
  return (
    // Type of another size is measured anew.
    <div className={styles.chart} key={String(projector)}>
      {chartOf(kind, chooser)}
    </div>
  );
}

function chartOf(kind: ChartKind, chooser: ReactNode) {
  switch (kind) {
    case 'loss':
      return <LossChart chooser={chooser} />;
    case 'accuracy':
      return <ScoreChart chooser={chooser} />;
    case 'energy':
    case 'cosine':
      return <AlikeChart of={kind} chooser={chooser} nameOf={nameOf} />;
    case 'influence':
      return (
        <Fetched part={influenceChart} waiting={<ChartFrame title="Influence" chooser={chooser} />}>
          {({ default: InfluenceChart }) => <InfluenceChart chooser={chooser} />}
        </Fetched>
      );
    case 'classes':
      return (
        <Fetched part={classesChart} waiting={<ChartFrame title="Classes" chooser={chooser} />}>
          {({ default: ClassesChart }) => <ClassesChart chooser={chooser} />}
        </Fetched>
      );
    case 'baselines':
      return (
        <Fetched part={baselinesChart} waiting={<ChartFrame title="Baselines" chooser={chooser} />}>
          {({ default: BaselinesChart }) => <BaselinesChart chooser={chooser} />}
        </Fetched>
      );
    case 'scores':
      return (
        <Fetched part={scoresChart} waiting={<ChartFrame title="Scores" chooser={chooser} />}>
          {({ default: ScoresChart }) => <ScoresChart chooser={chooser} />}
        </Fetched>
      );
    default:
      return kind satisfies never;
  }
}
