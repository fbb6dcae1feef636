import { useEffect, useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/ChartFrame';
import { confusionOf, nodesIn } from '../../../data/base/confusion';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { countOf } from '../../widgets/numbers';
import { Named } from '../../widgets/term/Named';
import { ClassDot } from '../ClassDot';
import styles from './ClassesChart.module.css';

/** Which class is taken for which, on the test nodes where there are any, and what each class scores. */
export default function ClassesChart({ chooser }: { readonly chooser?: ReactNode }) {
  const { light, select } = useActions();
  const data = useAppState((state) => state.graph?.data ?? null);
  const predictions = useAppState((state) => state.training.predictions);
  const [isLit, setLit] = useState(false);
  useEffect(() => (isLit ? () => light(null) : undefined), [isLit, light]);

  const known = useMemo(() => {
    if (!data || predictions?.length !== data.numNodes) return null;
    const { y, split, classNames } = data.labelling;
    // Deleted nodes have neither a class nor a part.
    const tested = [...(split.test ?? [])];
    const nodes = tested.length > 0 ? tested : [...y.keys()].filter((node) => y[node]! >= 0);
    const part = tested.length > 0 ? 'test node' : 'labelled node';
    return {
      y,
      classNames,
      nodes,
      part,
      predictions,
      of: confusionOf(y, predictions, nodes, classNames.length),
    };
  }, [data, predictions]);

  if (!known)
    return (
      <ChartFrame title="Classes" chooser={chooser}>
        <p className={styles.none}>Nothing has been predicted yet.</p>
      </ChartFrame>
    );
  const { y, classNames, nodes, part, of } = known;
  const { numClasses, counts, classes, accuracy, macroF1, numNodes } = of;
  const cellNodes = (truth: number, guess: number) => nodesIn(y, known.predictions, nodes, truth, guess);
  const lightCell = (truth: number, guess: number) => {
    light({ edges: [], nodes: cellNodes(truth, guess) });
    setLit(true);
  };
  return (
    <ChartFrame
      title="Classes"
      chooser={chooser}
      values={
        <>
          <span>
            <Named label="accuracy" /> <b>{accuracy.toFixed(3)}</b>
          </span>
          <span>
            <Named label="macro F1" /> <b>{macroF1.toFixed(3)}</b>
          </span>
        </>
      }
      sentence={`Of ${countOf(numNodes, part)}: a row is the true class, a column the predicted one. Press a cell to select it.`}
    >
      <div className={styles.scroll}>
        <table className={styles.table} onPointerLeave={() => setLit(false)}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                true / predicted
              </th>
              {classNames.map((name, c) => (
                <th key={name} scope="col" title={`predicted ${name}`}>
                  <ClassDot index={c} numClasses={numClasses} />
                  <span className={styles.spoken}>{name}</span>
                </th>
              ))}
              <th scope="col" title="Of the nodes predicted as this class, the share that are of it">
                <Named label="precision" />
              </th>
              <th scope="col" title="Of the nodes of this class, the share predicted as it">
                <Named label="recall" />
              </th>
              <th scope="col" title="Harmonic mean of precision and recall">
                <Named label="F1" />
              </th>
            </tr>
          </thead>
          <tbody>
            {classNames.map((name, truth) => (
              <tr key={name}>
                <th scope="row" title={name}>
                  <span className={styles.name}>
                    <ClassDot index={truth} numClasses={numClasses} />
                    <span>{name}</span>
                  </span>
                </th>
                {classNames.map((taken, guess) => {
                  const count = counts[truth * numClasses + guess]!;
                  const share = count / Math.max(1, classes[truth]!.support);
                  const style: CSSProperties = { '--share': share };
                  return (
                    <td key={taken}>
                      {count > 0 && (
                        <button
                          type="button"
                          className={styles.cell}
                          data-right={truth === guess || undefined}
                          style={style}
                          title={`${countOf(count, 'node')} of ${name}, predicted ${taken}`}
                          aria-label={`${countOf(count, 'node')} of ${name}, predicted ${taken}`}
                          onPointerEnter={() => lightCell(truth, guess)}
                          onFocus={() => lightCell(truth, guess)}
                          onBlur={() => setLit(false)}
                          onClick={() => select(cellNodes(truth, guess))}
                        >
                          {count}
                        </button>
                      )}
                    </td>
                  );
                })}
                {(['precision', 'recall', 'f1'] as const).map((score) => (
                  <td key={score} className={styles.score}>
                    {classes[truth]![score].toFixed(2)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ChartFrame>
  );
}
