import { useMemo } from 'react';
import { fitsLink } from '../../state/address/format';
import { packScene, SCENE_ENDING } from '../../state/address/sceneFile';
import { sceneOf } from '../../state/address/sceneOf';
import { useAppState, useAppStore } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { saveFile } from '../../widgets/saveFile';
import { leftOutText } from './linkFacts';
import styles from './LinkTab.module.css';
import { fileStem } from './pictureTexts';
import type { ShareOptions } from './shareOptions';

/** The scene as a file: for what is too large for a link, and for those who would rather keep it. */
export function SceneFile({ options }: { readonly options: ShareOptions }) {
  const store = useAppStore();
  const name = useAppState(fileStem);
  const tooLarge = useMemo(() => {
    const scene = sceneOf(store.getState(), options);
    return fitsLink(scene) ? null : leftOutText(packScene(scene).length);
  }, [store, options]);
  const save = (): void => {
    // A copy, since bytes may be a view of a larger buffer.
    const bytes = packScene(sceneOf(store.getState(), options)).slice();
    saveFile(`${name}${SCENE_ENDING}`, new Blob([bytes], { type: 'application/octet-stream' }));
  };
  return (
    <div className={styles.file}>
      {tooLarge && <p className={styles.caution}>{tooLarge}</p>}
      <Button look={tooLarge ? 'accent' : 'plain'} icon="file" onClick={save}>
        Save scene as {SCENE_ENDING}
      </Button>
    </div>
  );
}
