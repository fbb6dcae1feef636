import { useEffect, useMemo, useState } from 'react';
import { messageOf } from '../../../data/base/errors';
import type { Pairs } from '../../../data/run/pictures';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { writeCount } from '../../widgets/numbers';
import { nodeName } from '../inspector/nodeFacts';
import { LayerName } from '../LayerName';
import styles from './PairPlot.module.css';
import { PairScatter } from './PairScatter';
import { listedPairs, pairScale, type Brush } from './pairScale';

const SAMPLE = 1500;
const SEED = 0;
/** A list is for reading. */
const MOST_ROWS = 30;

type Asked = { readonly pairs: Pairs } | { readonly message: string };

const hopsText = (hops: number): string => (hops < 0 ? 'no path' : hops === 1 ? '1 hop' : `${hops} hops`);

/** Does the layer put near what is near in the graph? Asked anew for each layer, and whenever training has halted. */
export function PairPlot({ isWanted }: { readonly isWanted: boolean }) {
  const layer = useAppState((state) => state.training.layers.find(({ id }) => id === state.view.layer));
  const epoch = useAppState((state) => (state.training.phase === 'playing' ? 'now' : state.training.epoch));
  const name = useAppState((state) => state.graph?.data.name ?? null);
  return (
    <div className={styles.sheet}>
      <h2>
        Near in the graph, near{' '}
        {layer ? (
          <>
            in <LayerName label={layer.label} />
          </>
        ) : (
          'here'
        )}
        ?
      </h2>
      {layer && isWanted && <AskedOnce key={`${name} ${layer.id} ${epoch}`} />}
    </div>
  );
}

function AskedOnce() {
  const { pairs: ask } = useActions();
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    let isCurrent = true;
    ask(SAMPLE, SEED).then(
      (pairs) => isCurrent && setAsked({ pairs }),
      (error: unknown) => isCurrent && setAsked({ message: messageOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [ask]);
  if (!asked) return <p>Measuring pairs of nodes.</p>;
  return 'pairs' in asked ? <Plot pairs={asked.pairs} /> : <p>{asked.message}</p>;
}

function Plot({ pairs }: { readonly pairs: Pairs }) {
  const [brush, setBrush] = useState<Brush | null>(null);
  const scale = useMemo(() => pairScale(pairs), [pairs]);
  const listed = useMemo(() => listedPairs(pairs, scale, brush), [pairs, scale, brush]);
  const chosen = useMemo(() => new Set(listed), [listed]);
  return (
    <>
      <PairScatter scale={scale} brush={brush} listed={chosen} onBrush={setBrush} />
      <div className={styles.columns} aria-hidden="true">
        {scale.columns.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </div>
      <p className={styles.axes}>
        Hops apart, and upwards the distance in this layer, up to {scale.longest.toPrecision(3)}. A bar is the
        median. Drag over the plot to list pairs.
      </p>
      <h3>{brush ? `${writeCount(listed.length)} pairs` : 'Far in the graph, near here'}</h3>
      <PairList pairs={pairs} listed={listed} />
    </>
  );
}

function PairList({ pairs, listed }: { readonly pairs: Pairs; readonly listed: readonly number[] }) {
  const { light, select } = useActions();
  const graph = useAppState((state) => state.graph?.data ?? null);
  if (!graph) return null;
  return (
    <ul className={styles.list}>
      {listed.slice(0, MOST_ROWS).map((pair) => {
        const [first, second] = [pairs.first[pair]!, pairs.second[pair]!];
        const show = (): void => light({ edges: [], nodes: [first, second] });
        return (
          <li key={pair}>
            <button
              type="button"
              onPointerEnter={show}
              onPointerLeave={() => light(null)}
              onFocus={show}
              onBlur={() => light(null)}
              onClick={() => {
                light(null);
                select([first, second]);
              }}
            >
              <span className={styles.names}>
                {nodeName(graph, first)} – {nodeName(graph, second)}
              </span>
              <span>{hopsText(pairs.hops[pair]!)}</span>
              <span className={styles.distance}>{pairs.distance[pair]!.toPrecision(3)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
