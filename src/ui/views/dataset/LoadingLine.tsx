import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import styles from './LoadingLine.module.css';

/** What is done for the set that is on its way, and the way back to the graph that is still shown. */
export function LoadingLine({ sentence }: { readonly sentence: string }) {
  const { cancelLoad } = useActions();
  const shown = useAppState((state) => state.graph?.descriptor.name ?? null);
  return (
    <div className={styles.line}>
      <output>{sentence}</output>
      {shown !== null && (
        <Button look="link" title={`Stay with ${shown}`} onClick={cancelLoad}>
          Cancel
        </Button>
      )}
    </div>
  );
}
