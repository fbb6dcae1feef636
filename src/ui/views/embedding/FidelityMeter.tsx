import type { ProjectionMethod } from '../../../data/run/pictures';
import { BADLY_PLACED } from '../../canvas/trust';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import type { TermId } from '../../texts/terms';
import { Button } from '../../widgets/Button';
import { Checkbox } from '../../widgets/Checkbox';
import { Guarded } from '../../widgets/Guarded';
import { writeCount } from '../../widgets/numbers';
import { Popover } from '../../widgets/Popover';
import { Term } from '../../widgets/term/Term';
import {
  collapsedSentence,
  countBadlyPlaced,
  HOW_TO_READ,
  keptSentence,
  percentOf,
  trustText,
} from './fidelityText';
import styles from './FidelityMeter.module.css';

const METHOD_TERMS: Readonly<Record<ProjectionMethod, TermId>> = {
  umap: 'UMAP',
  'umap-js': 'UMAP',
  pca: 'PCA',
  axes: 'raw axes',
};

/** How much of the full space the picture keeps; opens what that means, and what one can do about it. */
export function FidelityMeter() {
  const { setView } = useActions();
  const picture = useAppState((state) => (state.projection?.kind === 'points' ? state.projection : null));
  const marked = useAppState((state) => state.view.badlyPlaced);
  const seed = useAppState((state) => state.view.pictureSeed);
  const layer = useAppState((state) => state.training.layers.find(({ id }) => id === state.view.layer));
  const fidelity = picture?.fidelity ?? null;
  if (!picture || !fidelity || !layer) return <span className={styles.waiting} />;
  const { kept, trustworthiness, k, collapse } = fidelity;
  const collapsed = collapse?.isCollapsed ? collapse : null;
  const isWhole = picture.settled;
  const least = Math.ceil(BADLY_PLACED * k);
  const isUmap = picture.method === 'umap' || picture.method === 'umap-js';
  return (
    <Guarded control="projection" look="line">
      <Popover
        label="How far to trust this picture"
        button={{
          className: `${styles.meter} ${picture.caveats.length > 0 ? styles.brief : ''}`,
          title: collapsed ? collapsedSentence(collapsed) : 'How far to trust this picture',
          children: (
            <>
              <span className={styles.kept}>
                keeps {percentOf(kept)}
                {!collapsed && <span className={styles.wide}> of true neighbours</span>}
              </span>
              <span className={styles.bar} aria-hidden="true">
                <span style={{ width: percentOf(kept).replace(' ', '') }} />
              </span>
              <span className={styles.trust}>
                <span className={collapsed ? styles.none : styles.wide}>trustworthiness </span>
                <span className={collapsed ? undefined : styles.narrow}>trust </span>
                {trustText(trustworthiness)}
              </span>
              {collapsed && <span className={styles.collapsed}>collapsed</span>}
            </>
          ),
        }}
      >
        <div className={styles.sheet}>
          <h2>How far to trust this picture</h2>
          {collapsed && (
            <p className={styles.warning}>
              <b>Collapsed.</b> {collapsedSentence(collapsed)}
            </p>
          )}
          <p>
            <Term of="neighbours kept">Neighbours kept</Term>: {keptSentence(fidelity, layer.numCols)}{' '}
            <Term of="trustworthiness">Trustworthiness</Term> {trustText(trustworthiness)}: 1 is a picture
            without a false neighbour, 0.5 one drawn at random.
            {!isWhole && ' While the network trains, both are taken from a sample of nodes.'}
          </p>
          <p>
            Drawn by <Term of={METHOD_TERMS[picture.method]}>{METHOD_TERMS[picture.method]}</Term>.{' '}
            {HOW_TO_READ[picture.method]}
          </p>
          {picture.caveats.length > 0 && <p>{picture.caveats.join(' ')} Such nodes sit together.</p>}
          <Checkbox
            label={
              isWhole
                ? `Ring the ${writeCount(countBadlyPlaced(fidelity, BADLY_PLACED))} nodes that keep fewer than ${least} of ${k}`
                : `Ring nodes that keep fewer than ${least} of ${k}`
            }
            checked={marked}
            onChange={(badlyPlaced) => setView({ badlyPlaced })}
          />
          {isUmap && (
            <div className={styles.again}>
              <Button onClick={() => setView({ pictureSeed: (seed + 1) % 1000 })}>Draw it another way</Button>
              <span>
                What stays in every drawing is in the embedding. This is drawing {seed + 1}
                {isWhole && `, ${(picture.ms / 1000).toFixed(2)} s`}.
              </span>
            </div>
          )}
        </div>
      </Popover>
    </Guarded>
  );
}
