import { lazy, Suspense, type ReactNode } from 'react';
import { AccuracyChart } from '../../charts/AccuracyChart';
import { AlikeChart } from '../../charts/AlikeChart';
import { ChartFrame } from '../../charts/ChartFrame';
import { LossChart } from '../../charts/LossChart';
import { useAppState } from '../../state/hooks';
import type { ChartKind } from '../../state/viewSpec';
import { LayerName } from '../LayerName';
import { ChartChoice } from './ChartChoice';
import styles from './ChartStrip.module.css';

const ClassesChart = lazy(() => import('./ClassesChart'));
const InfluenceChart = lazy(() => import('./InfluenceChart'));

const nameOf = (label: string) => <LayerName label={label} />;

/** One of the two charts of the strip. */
export function ChartSlot({ side }: { readonly side: 0 | 1 }) {
  const kind = useAppState((state) => state.view.charts[side]);
  const projector = useAppState((state) => state.view.projector);
  const chooser = <ChartChoice side={side} />;
  return (
    // Type of another size is measured anew.
    <div className={styles.chart} key={String(projector)}>
      <Suspense fallback={<ChartFrame title="A chart" chooser={chooser} />}>
        {chartOf(kind, chooser)}
      </Suspense>
    </div>
  );
}

function chartOf(kind: ChartKind, chooser: ReactNode) {
  switch (kind) {
    case 'loss':
      return <LossChart chooser={chooser} />;
    case 'accuracy':
      return <AccuracyChart chooser={chooser} />;
    case 'energy':
    case 'cosine':
      return <AlikeChart of={kind} chooser={chooser} nameOf={nameOf} />;
    case 'influence':
      return <InfluenceChart chooser={chooser} />;
    case 'classes':
      return <ClassesChart chooser={chooser} />;
    default:
      return kind satisfies never;
  }
}
