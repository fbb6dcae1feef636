import { AccuracyChart } from '../../charts/AccuracyChart';
import { LossChart } from '../../charts/LossChart';
import styles from './ChartStrip.module.css';
import { ThisRun } from './ThisRun';

export function ChartStrip() {
  return (
    <div className={styles.strip}>
      <div className={styles.chart}>
        <LossChart />
      </div>
      <div className={styles.chart}>
        <AccuracyChart />
      </div>
      <ThisRun />
    </div>
  );
}
