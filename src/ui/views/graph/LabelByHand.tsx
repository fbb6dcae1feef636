import { useId } from 'react';
import type { GraphData } from '../../../data/graph/graphData';
import { useActions } from '../../state/actions';
import { editsNow, labelled, learnedOtherLabels, trainedAs, unlabelled } from '../../state/editing';
import { useAppState, useAppStore } from '../../state/hooks';
import { predictsClasses } from '../../state/taskView';
import { Button } from '../../widgets/Button';
import { countOf } from '../../widgets/numbers';
import { ClassDot } from '../ClassDot';
import styles from './LabelByHand.module.css';
import { TrainAgain } from './TrainAgain';

interface Props {
  readonly graph: GraphData;
  readonly nodes: readonly number[];
}

/** Which label the model learns from for these nodes: one of the classes, or none; and what follows from that. */
export function LabelByHand({ graph, nodes }: Props) {
  const { editGraph } = useActions();
  const store = useAppStore();
  const name = useId();
  const base = useAppState((state) => state.graph?.base ?? null);
  const isByHand = useAppState(({ graph: shown }) =>
    (shown?.edits.labels ?? []).some(([node]) => nodes.includes(node)),
  );
  const isStale = useAppState(learnedOtherLabels);
  const hasClasses = useAppState(({ run }) => predictsClasses(run));
  if (!base || !hasClasses) return null;

  const { classNames, split } = graph.labelling;
  const labels = new Set(nodes.map((node) => trainedAs(graph, node)));
  const common = labels.size === 1 ? [...labels][0] : undefined;
  const change = (label: number | null): void =>
    editGraph(labelled(base, editsNow(store.getState()), nodes, label));

  return (
    <section className={styles.part} aria-label="Label by hand">
      <div className={styles.head}>
        <h3>Training label</h3>
        {isByHand && (
          <Button
            look="link"
            title="Removes the label given by hand"
            onClick={() => editGraph(unlabelled(editsNow(store.getState()), nodes))}
          >
            restore original label
          </Button>
        )}
      </div>
      <fieldset className={styles.labels} aria-label="Training label">
        {[...classNames.keys(), null].map((label) => (
          <label key={label ?? 'none'} className={styles.label}>
            <input
              type="radio"
              name={name}
              checked={common === label}
              onChange={() => change(label)}
              aria-label={label === null ? 'no label' : classNames[label]}
            />
            <span className={styles.face}>
              {label !== null && <ClassDot index={label} numClasses={classNames.length} />}
              <span className={styles.text}>{label === null ? 'no label' : classNames[label]}</span>
              {(label === null || label < 9) && (
                <kbd title={`Key ${label === null ? 0 : label + 1}`}>{label === null ? 0 : label + 1}</kbd>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      <p className={styles.hint}>The model learns from {countOf(split.train.length, 'label')}.</p>
      {isStale && <TrainAgain />}
    </section>
  );
}
