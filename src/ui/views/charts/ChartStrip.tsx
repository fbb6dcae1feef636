import { RunColumn } from '../runs/RunColumn';
import { ChartSlot } from './ChartSlot';
import styles from './ChartStrip.module.css';

export function ChartStrip() {
  return (
    <div className={styles.strip}>
      <ChartSlot side={0} />
      <ChartSlot side={1} />
      <RunColumn />
    </div>
  );
}
