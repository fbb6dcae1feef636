/** In place of a picture whose WebGL context the browser has taken away: that it comes back, and how to ask for it. */
import { useState, useSyncExternalStore } from 'react';
import { Button } from '../widgets/Button';
import type { Scene } from './scene';
import styles from './SceneCanvas.module.css';

export function LostPicture({ scene }: { readonly scene: Scene }) {
  const isLost = useSyncExternalStore(
    (changed) => scene.changedContext.add(changed),
    () => scene.isLost,
  );
  const [isRefused, setRefused] = useState(false);
  if (!isLost) return null;
  const renew = (): void => {
    try {
      scene.renew();
      setRefused(false);
    } catch {
      setRefused(true);
    }
  };
  return (
    <output className={styles.lost}>
      <span>
        {isRefused
          ? 'The browser gives this page no graphics memory now. Close other pages that draw, then try again.'
          : 'The browser has taken this picture’s graphics memory away, and usually gives it back by itself. Nothing else is lost: training goes on.'}
      </span>
      <Button onClick={renew}>Draw it again</Button>
    </output>
  );
}
