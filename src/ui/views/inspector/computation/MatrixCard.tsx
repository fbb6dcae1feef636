import { useEffect, useRef } from 'react';
import { HeatGrid } from '../../../widgets/HeatGrid';
import { largestOf } from '../../../widgets/heatColour';
import { IconButton } from '../../../widgets/IconButton';
import { HeatScale } from './HeatScale';
import styles from './MatrixCard.module.css';
import { parameterOf, type Subject } from './subject';

interface Props {
  readonly subject: Subject;
  readonly role: string;
  readonly onClose: () => void;
}

/** Pixels that a matrix may be high before it scrolls, and of a row of it. */
const ROOM = 200;
const [LOWEST, HIGHEST] = [3, 14];

/** A matrix of weights as a heat map, below the formula that it stands in: it covers nothing. */
export function MatrixCard({ subject, role, onClose }: Props) {
  const room = useRef<HTMLDivElement>(null);
  // So that keys can scroll it.
  useEffect(() => {
    if (room.current) room.current.tabIndex = room.current.scrollHeight > room.current.clientHeight ? 0 : -1;
  }, []);
  const matrix = parameterOf(subject, role)?.matrix;
  if (!matrix) return null;
  const { numRows, numCols, values } = matrix;
  const scale = largestOf([values]);
  const label = `${role}, ${numRows} × ${numCols}`;
  const isVector = numRows === 1;
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <h4>{label}</h4>
        <IconButton icon="close" size={10} label="Close the weights" onClick={onClose} />
      </div>
      <div ref={room} className={styles.room} style={{ '--room': `${ROOM}px` }}>
        <HeatGrid
          values={values}
          columns={numCols}
          rowHeight={Math.min(HIGHEST, Math.max(LOWEST, Math.floor(ROOM / numRows)))}
          scale={scale}
          label={`${label}, no number larger than ${scale.toPrecision(3)}`}
          nameOf={(index) =>
            isVector ? `out ${index}` : `in ${Math.floor(index / numCols)}, out ${index % numCols}`
          }
        />
      </div>
      <HeatScale scale={scale} />
    </div>
  );
}
