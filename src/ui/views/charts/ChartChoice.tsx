import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { chartShown, isChartOf } from '../../state/taskView';
import { CHART_KINDS, type ChartKind } from '../../state/viewSpec';
import { headlineOf } from '../../../data/run/tasks/tasks';
import { capital } from '../../texts/scores';
import { termOf } from '../../texts/terms';
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
  baselines: { label: 'Baselines', group: 'result' },
  scores: { label: 'Scores', group: 'result' },
};
const TERMS: Readonly<Record<ChartKind, TermId>> = {
  loss: 'loss',
  accuracy: 'accuracy',
  energy: 'Dirichlet energy',
  cosine: 'mean cosine',
  influence: 'influence',
  classes: 'macro F1',
  baselines: 'baseline',
  scores: 'decoder',
};

/** What one of the two charts shows; its name and its title at once. */
export function ChartChoice({ side }: { readonly side: 0 | 1 }) {
  const { setView } = useActions();
  const charts = useAppState((state) => state.view.charts);
  const shown = useAppState((state) => chartShown(state, side));
  const run = useAppState((state) => state.run);
  const { name } = headlineOf(run);
  const options = CHART_KINDS.filter((kind) => isChartOf(kind, run)).map((value) => ({
    value,
    ...NAMES[value],
    ...(value === 'accuracy' && { label: capital(name) }),
  }));
  const term = (shown === 'accuracy' ? termOf(name) : null) ?? TERMS[shown];
  const choose = (kind: ChartKind) => setView({ charts: side === 0 ? [kind, charts[1]] : [charts[0], kind] });
  return (
    <span className={styles.choice}>
      <Select
        label={side === 0 ? 'Left chart' : 'Right chart'}
        labelled="hidden"
        strong
        value={shown}
        options={options}
        onChange={choose}
      />
      <Term of={term}>
        <span aria-hidden="true">?</span>
        <span className={styles.spoken}>What is {term}?</span>
      </Term>
    </span>
  );
}
