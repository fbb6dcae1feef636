import type { ReactNode } from 'react';
import type { Arrival } from '../../state/arrival';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Icon } from '../../widgets/Icon';
import { IconButton } from '../../widgets/IconButton';
import { notAskedText } from '../dataset/downloadText';
import { agreementText } from './agreementText';
import styles from './ArrivalStrip.module.css';
import { CopyOffer } from './CopyOffer';
import { MissingOffer } from './MissingOffer';
import { WayThere } from './WayThere';

/** A link that was opened: what it holds, the way to its epoch, how it came out, and the way to a page of one's own. */
export function ArrivalStrip() {
  const arrival = useAppState((state) => state.arrival);
  const data = useAppState((state) => state.data);
  const isGuarded = useAppState(({ view }) => view.locked.length + view.hidden.length > 0);
  const { dismissArrival } = useActions();
  if (!arrival || (arrival.kind === 'left' && !isGuarded && !arrival.lesson)) return null;
  const asks = arrival.kind === 'asking' || data.kind === 'failed';
  const isResting = arrival.kind === 'there' || arrival.kind === 'left';
  return (
    <section className={styles.strip} aria-label="Opened link" data-asks={asks || undefined}>
      <Icon name="share" size={14} />
      {/* On a phone two lines, the whole of it where it is tapped. */}
      <output
        className={styles.words}
        tabIndex={asks ? undefined : 0}
        title={arrival.kind === 'left' ? undefined : fullText(arrival)}
      >
        <Words arrival={arrival} />
        {data.kind === 'failed' && (
          <span>{data.wasAsked ? data.message : notAskedText(data.descriptor)}</span>
        )}
      </output>
      <div className={styles.ways}>
        {data.kind === 'failed' ? <MissingOffer /> : <WayThere arrival={arrival} />}
        {isResting && isGuarded && <CopyOffer />}
        {arrival.lesson && !isGuarded && <a href={arrival.lesson}>Back to the lesson</a>}
        {isResting && <IconButton icon="close" label="Dismiss" size={12} onClick={() => dismissArrival()} />}
      </div>
    </section>
  );
}

const fullText = (arrival: Arrival): string =>
  [arrival.sentence, agreementText(arrival)].filter((text) => text !== null).join(' ');

function Words({ arrival }: { readonly arrival: Arrival }): ReactNode {
  if (arrival.lesson)
    return 'Your copy: nothing is locked or hidden here. The lesson stays as it was, at its own address.';
  if (arrival.kind === 'left') return 'Whoever made this link has locked or hidden some controls.';
  const outcome = arrival.kind === 'there' ? agreementText(arrival) : null;
  return (
    <>
      <span className={outcome ? styles.held : undefined}>{arrival.sentence}</span>
      {arrival.kind === 'asking' && arrival.because && <span>{arrival.because}</span>}
      {outcome && <span>{outcome}</span>}
    </>
  );
}
