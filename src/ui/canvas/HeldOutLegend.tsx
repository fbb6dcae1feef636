/** What the lines of held-out pairs mean, how many there are of each, and from which probability on a pair counts as an edge. */
import { pairColour, type PairMark } from '../palette/palette';
import { useTheme } from '../palette/theme';
import { useActions } from '../state/actions';
import { countsOf, scoredPairs } from '../state/heldOut';
import { useAppState } from '../state/hooks';
import { Checkbox } from '../widgets/Checkbox';
import { writeCount, writeShare } from '../widgets/numbers';
import { Named } from '../widgets/term/Named';
import { pairsDrawn } from './controllers/HeldOutController';
import { PAIR_LINES } from './heldOut';
import styles from './HeldOutLegend.module.css';

const HINTS: Readonly<Record<PairMark, string>> = {
  found: 'Edges of the test with a probability of the threshold or more',
  missed: 'Edges of the test with a probability below the threshold',
  false: 'Pairs of the test without an edge, with a probability of the threshold or more',
};
const ORDER = ['found', 'missed', 'false'] as const;
const STEP = 0.01;

function Line({ mark }: { readonly mark: PairMark }) {
  const dash = PAIR_LINES.find((line) => line.mark === mark)?.dash.join(' ');
  return (
    <svg className={styles.line} viewBox="0 0 18 8" aria-hidden="true">
      <path d="M0 4h18" stroke={pairColour(mark, useTheme())} strokeWidth="2" strokeDasharray={dash} />
    </svg>
  );
}

export function HeldOutLegend() {
  const { setView } = useActions();
  const heldOut = useAppState((state) => state.heldOut);
  const training = useAppState((state) => state.training);
  const view = useAppState((state) => state.view);
  const { threshold } = view;
  const scored = scoredPairs({ heldOut, training });
  const counts = scored && countsOf(scored, threshold);
  const drawn = pairsDrawn({ heldOut, training, view });
  const numDrawn = drawn ? ORDER.reduce((sum, mark) => sum + drawn.of[mark].length, 0) : 0;
  return (
    <div className={styles.pairs}>
      <Checkbox
        label="held-out edges"
        checked={view.heldOut}
        hint="Draws the pairs of the test between their nodes, in both pictures."
        onChange={(next) => setView({ heldOut: next })}
      />
      {counts && view.heldOut && (
        <ul className={styles.marks} aria-label="Held-out edges">
          {ORDER.map((mark) => (
            <li key={mark} title={HINTS[mark]}>
              <Line mark={mark} />
              {mark} <span className={styles.count}>{writeCount(counts[mark])}</span>
            </li>
          ))}
        </ul>
      )}
      {counts && view.heldOut && (
        <>
          <label className={styles.threshold}>
            threshold
            <input
              type="range"
              min={0}
              max={1}
              step={STEP}
              value={threshold}
              aria-valuetext={threshold.toFixed(2)}
              onChange={(event) => setView({ threshold: Number(event.target.value) })}
            />
            <b>{threshold.toFixed(2)}</b>
          </label>
          <span className={styles.score}>
            <Named label="precision" /> <b>{writeShare(counts.precision)}</b>
          </span>
          <span className={styles.score}>
            <Named label="recall" /> <b>{writeShare(counts.recall)}</b>
          </span>
        </>
      )}
      {drawn?.isThinned && (
        <span className={styles.score}>
          {writeCount(numDrawn)} of {writeCount(drawn.count)} drawn
        </span>
      )}
    </div>
  );
}
