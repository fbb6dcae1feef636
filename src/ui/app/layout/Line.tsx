import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { ArrivalStrip } from '../../views/arrival/ArrivalStrip';
import { RunOffer } from '../../views/arrival/RunOffer';
import { Notices } from '../../widgets/Notices';

/**
 * The one line below the bar in which the page speaks unasked: it lies over no picture, and nothing stacks. What went
 * wrong or answers what the visitor just did comes first, then a run that waits, then the link that was opened, then
 * everything else.
 */
export function Line() {
  const { dismiss } = useActions();
  const notices = useAppState((state) => state.notices);
  const isUrgent = notices.some(({ tone, about }) => tone !== 'info' || about === 'graph' || about === 'run');
  const isPending = useAppState((state) => state.pending !== null);
  const hasArrival = useAppState((state) => state.arrival !== null);
  return (
    <>
      {!isUrgent && (isPending ? <RunOffer /> : <ArrivalStrip />)}
      <Notices notices={(hasArrival || isPending) && !isUrgent ? [] : notices} onDismiss={dismiss} />
    </>
  );
}
