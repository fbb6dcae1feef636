import { useEffect, useMemo, useState } from 'react';
import { messageOf } from '../../../data/base/errors';
import { SCENE_ENDING } from '../../../data/formats/scene/sceneFile';
import { packSceneInWorker } from '../../../engine/exporting';
import type { Job } from '../../../engine/sources';
import { fitsLink } from '../../state/address/format';
import { partsOf } from '../../state/address/sceneFile';
import { sceneOf } from '../../state/address/sceneOf';
import { runStem } from '../../state/fileNames';
import { useAppState, useAppStore } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { saveFile } from '../../widgets/saveFile';
import { leftOutText } from './linkFacts';
import styles from './LinkTab.module.css';
import type { ShareOptions } from './shareOptions';

/** The scene as a file: for what is too large for a link, and for those who would rather keep it. */
export function SceneFile({ options }: { readonly options: ShareOptions }) {
  const store = useAppStore();
  const name = useAppState(runStem);
  const [bytes, setBytes] = useState<number | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const isTooLarge = useMemo(() => !fitsLink(sceneOf(store.getState(), options)), [store, options]);

  useEffect(() => {
    if (!isTooLarge) return;
    const job: Job<Blob> = packSceneInWorker(partsOf(sceneOf(store.getState(), options)));
    job.result.then(
      ({ size }) => setBytes(size),
      // Cancelled, or too large for a file as well: whoever saves it is told.
      () => {},
    );
    return job.cancel;
  }, [store, options, isTooLarge]);

  const save = async (): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      const file = await packSceneInWorker(partsOf(sceneOf(store.getState(), options))).result;
      saveFile(`${name}${SCENE_ENDING}`, file);
    } catch (error) {
      setTrouble(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.file}>
      {isTooLarge && <p className={styles.caution}>{leftOutText(bytes)}</p>}
      {trouble && (
        <p role="alert" className={styles.caution}>
          {trouble}
        </p>
      )}
      <Button
        look={isTooLarge ? 'accent' : 'plain'}
        icon="file"
        disabled={isBusy}
        onClick={() => void save()}
      >
        {isBusy ? 'Writing…' : `Save scene as ${SCENE_ENDING}`}
      </Button>
    </div>
  );
}
