import { useState, type ReactNode } from 'react';
import type { IconName } from '../../widgets/Icon';
import { IconPopover } from '../../widgets/IconPopover';
import styles from './EmbeddingFoot.module.css';
import { FilmScale } from './FilmScale';
import { FilmStrip } from './FilmStrip';
import { NearestList } from './NearestList';
import { PairPlot } from './PairPlot';
import { PlayLayers } from './PlayLayers';

/** Below the picture: the layers as a film strip, and what lies behind it. */
export function EmbeddingFoot() {
  return (
    <div className={styles.foot}>
      <PlayLayers />
      {/* At the edge, so that their sheets open close by and beside the picture. */}
      <div className={styles.behind}>
        <Behind icon="inspect" label="Nearest in the full space">
          {() => <NearestList />}
        </Behind>
        <Behind icon="charts" label="Graph distance against embedding distance">
          {(isOpened) => <PairPlot isWanted={isOpened} />}
        </Behind>
      </div>
      <FilmStrip />
      <FilmScale />
    </div>
  );
}

/** What is behind the picture. It has its size before it is opened, so that it finds its place. */
function Behind({
  icon,
  label,
  children,
}: {
  readonly icon: IconName;
  readonly label: string;
  /** Told whether anybody has looked at it. */
  readonly children: (wasOpened: boolean) => ReactNode;
}) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <IconPopover icon={icon} label={label} onOpen={() => setOpened(true)}>
      {children(wasOpened)}
    </IconPopover>
  );
}
