import { guardOf } from '../../state/guards';
import { useAppState } from '../../state/hooks';
import { Guarded } from '../../widgets/Guarded';
import { RunColumn } from '../runs/RunColumn';
import { ChartSlot } from './ChartSlot';
import styles from './ChartStrip.module.css';

export function ChartStrip() {
  const hasCharts = useAppState((state) => guardOf(state.view, 'charts') !== 'hidden');
  const hasRuns = useAppState((state) => guardOf(state.view, 'runs') !== 'hidden');
  return (
    <div className={styles.strip} data-charts={hasCharts} data-runs={hasRuns}>
      <Guarded control="charts" look="corner">
        <ChartSlot side={0} />
      </Guarded>
      <Guarded control="charts" look="corner">
        <ChartSlot side={1} />
      </Guarded>
      <Guarded control="runs">
        <RunColumn />
      </Guarded>
    </div>
  );
}
