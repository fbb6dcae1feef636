import { AccuracyChart } from '../../charts/AccuracyChart';
import { LossChart } from '../../charts/LossChart';
import styles from './ChartStrip.module.css';
import { RunColumn } from '../runs/RunColumn';

export function ChartStrip() {
  return (
    <div className={styles.strip}>
      <div className={styles.chart}>
        <LossChart />
      </div>
      <div className={styles.chart}>
        <AccuracyChart />
      </div>
      <RunColumn />
    </div>
  );
}
