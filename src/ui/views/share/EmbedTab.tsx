import { useState } from 'react';
import { useAppState } from '../../state/hooks';
import { Checkbox } from '../../widgets/Checkbox';
import { NumberField } from '../../widgets/NumberField';
import { runKind } from '../runs/runText';
import { CopyField } from './CopyField';
import { embedSnippet, LEAST_FRAME, MOST_FRAME, USUAL_FRAME } from './embedSnippet';
import styles from './EmbedTab.module.css';
import { linkFacts } from './linkFacts';
import type { TabProps } from './tabs';
import { useSharedLink } from './useShared';

/** The page in a frame of another page: the two pictures and the play button. */
export default function EmbedTab({ options, onOptions }: TabProps) {
  const [size, setSize] = useState(USUAL_FRAME);
  const link = useSharedLink(options, true);
  const title = useAppState((state) => `GNN Playground: ${runKind(state.run)}`);
  const { caution, isTooLong } = linkFacts(link);
  return (
    <div className={styles.tab}>
      <p>
        For a course page or a blog: both pictures and the play button, and nothing else. Training runs in the
        reader’s own tab.
      </p>
      <div className={styles.size}>
        <NumberField
          label="width"
          labelled="beside"
          value={size.width}
          min={LEAST_FRAME.width}
          max={MOST_FRAME.width}
          onChange={(width) => setSize({ ...size, width })}
        />
        <NumberField
          label="height"
          labelled="beside"
          value={size.height}
          min={LEAST_FRAME.height}
          max={MOST_FRAME.height}
          onChange={(height) => setSize({ ...size, height })}
        />
        <Checkbox
          label="with the run and the view"
          hint="Without them: the settings, at epoch 0, in the usual view"
          checked={options.run && options.view}
          onChange={(isTaken) => onOptions({ ...options, run: isTaken, view: isTaken })}
        />
      </div>
      <CopyField label="HTML" rows={5} text={embedSnippet(link, title, size)} />
      {isTooLong && <p className={styles.caution}>{caution}</p>}
      <p>
        <a href={link} target="_blank" rel="noreferrer">
          See it in a tab of its own
        </a>
      </p>
    </div>
  );
}
