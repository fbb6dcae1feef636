import type { GraphData } from '../../../../data/graph/graphData';
import type { Node2VecSpec } from '../../../../data/run/methods/node2vec';
import type { WalkProfile } from '../../../../data/run/account';
import { useActions } from '../../../state/actions';
import { useAppState } from '../../../state/hooks';
import { Button } from '../../../widgets/Button';
import { countOf } from '../../../widgets/numbers';
import inspector from '../Inspector.module.css';
import styles from './Method.module.css';
import { ScoredNodes } from './ScoredNodes';
import { biasText, mostVisited, percent, reachText, stepKinds } from './walkTexts';

interface Props {
  readonly graph: GraphData;
  readonly profile: WalkProfile;
  readonly method: Node2VecSpec;
}

const MOST_LISTED = 6;

/** The random walks from a node: which kinds of steps they take, how far they come, and where they pass most. */
export function WalksPart({ graph, profile, method }: Props) {
  const { setView } = useActions();
  const isHeat = useAppState((state) => state.view.colourBy === 'walks');
  const { numWalks, numSteps, visits } = profile;
  const hasBias = method.p !== 1 || method.q !== 1;
  if (numSteps === 0)
    return (
      <section className={inspector.part} aria-label="Walks">
        <h3>Walks from here</h3>
        <p className={styles.note}>No edge leads away, so every walk stays.</p>
      </section>
    );
  return (
    <section className={inspector.part} aria-label="Walks">
      <h3>Walks from here</h3>
      <p className={styles.note}>
        {countOf(numWalks, 'walk')} of {countOf(method.walkLength, 'node')}, drawn as training draws them.
        What their steps do:
      </p>
      <ul className={styles.bars} aria-label="Kinds of steps">
        {stepKinds(profile, method).map(({ name, weight, share, unbiased, hint }) => (
          <li key={name} title={hint}>
            <span>{name}</span>
            <span className={styles.weight}>{weight}</span>
            <span className={styles.value}>{percent(share)}</span>
            <span
              className={styles.groove}
              style={{ '--share': share, '--mark': unbiased }}
              data-marked={hasBias || undefined}
              aria-hidden="true"
            />
          </li>
        ))}
      </ul>
      {hasBias && <p className={styles.note}>The marks: with p = q = 1.</p>}
      <p>{biasText(method)}</p>
      <p>{reachText(profile)}</p>
      <Button
        icon="graph"
        aria-pressed={isHeat}
        onClick={() => setView({ colourBy: isHeat ? 'prediction' : 'walks' })}
      >
        {isHeat ? 'Colour by prediction again' : 'Colour the graph by these walks'}
      </Button>
      <h3>Where the steps end most often</h3>
      <ScoredNodes
        graph={graph}
        label="Where the steps end most often"
        rows={mostVisited(visits, MOST_LISTED).map((node) => ({ node, text: percent(visits[node]!) }))}
        self={profile.node}
      />
    </section>
  );
}
