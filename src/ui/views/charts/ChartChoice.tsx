import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { CHART_KINDS, type ChartKind } from '../../state/viewSpec';
import type { TermId } from '../../texts/terms';
import { Select } from '../../widgets/Select';
import { Term } from '../../widgets/term/Term';
import styles from './ChartChoice.module.css';

const NAMES: Readonly<Record<ChartKind, { readonly label: string; readonly group: string }>> = {
  loss: { label: 'Loss', group: 'learning' },
  // Called so in links since accuracy was the only metric: the task's headline one.
  accuracy: { label: 'Accuracy', group: 'learning' },
  energy: { label: 'Dirichlet energy', group: 'over-smoothing' },
  cosine: { label: 'Mean cosine', group: 'over-smoothing' },
  influence: { label: 'Influence', group: 'receptive field' },
  classes: { label: 'Classes', group: 'result' },
};
const TERMS: Readonly<Record<ChartKind, TermId>> = {
  loss: 'loss',
  accuracy: 'accuracy',
  energy: 'Dirichlet energy',
  cosine: 'mean cosine',
  influence: 'influence',
  classes: 'macro F1',
};
const OPTIONS = CHART_KINDS.map((value) => ({ value, ...NAMES[value] }));

/** What one of the two charts shows; its name and its title at once. */
export function ChartChoice({ side }: { readonly side: 0 | 1 }) {
  const { setView } = useActions();
  const charts = useAppState((state) => state.view.charts);
  const choose = (kind: ChartKind) => setView({ charts: side === 0 ? [kind, charts[1]] : [charts[0], kind] });
  return (
    <span className={styles.choice}>
      <Select
        label={side === 0 ? 'Left chart' : 'Right chart'}
        labelled="hidden"
        strong
        value={charts[side]}
        options={OPTIONS}
        onChange={choose}
      />
      <Term of={TERMS[charts[side]]}>
        <span aria-hidden="true">?</span>
        <span className={styles.spoken}>What is {TERMS[charts[side]]}?</span>
      </Term>
    </span>
  );
}
