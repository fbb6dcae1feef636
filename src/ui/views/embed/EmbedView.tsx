import { EmbeddingCanvas } from '../../canvas/EmbeddingCanvas';
import { GraphCanvas } from '../../canvas/GraphCanvas';
import { useAppState } from '../../state/hooks';
import { writeCount } from '../../widgets/numbers';
import { PlayButton } from '../bar/PlayButton';
import { runKind } from '../runs/runText';
import styles from './EmbedView.module.css';
import { WholePageLink } from './WholePageLink';

/** The page in a frame of another page: both pictures, the play button, and the way to the whole page. */
export default function EmbedView() {
  const data = useAppState((state) => state.data);
  const phase = useAppState((state) => state.training.phase);
  const error = useAppState((state) => state.training.error);
  const epoch = useAppState((state) => state.training.epoch);
  const epochs = useAppState((state) => state.run.training.epochs);
  const title = useAppState((state) => runKind(state.run));
  const trouble = data.kind === 'failed' ? data.message : phase === 'failed' ? error : null;
  return (
    <main className={styles.frame}>
      <div className={styles.pictures}>
        <section className={styles.picture} aria-label="Graph">
          <GraphCanvas />
          {data.kind === 'loading' && <output className={styles.said}>{data.sentence}</output>}
        </section>
        <section className={styles.picture} aria-label="Embedding">
          <EmbeddingCanvas />
        </section>
        {trouble && (
          <p className={styles.trouble} role="alert">
            {trouble}
          </p>
        )}
      </div>
      <footer className={styles.foot}>
        <PlayButton />
        <span className={styles.epoch}>
          epoch <b>{writeCount(epoch)}</b> / {writeCount(epochs)}
        </span>
        <h1 className={styles.title} title={title}>
          {title}
        </h1>
        <WholePageLink />
      </footer>
    </main>
  );
}
