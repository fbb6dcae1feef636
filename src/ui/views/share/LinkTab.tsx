import { useState } from 'react';
import { Button } from '../../widgets/Button';
import { ControlTable } from './ControlTable';
import { CopyField } from './CopyField';
import { IncludeChoice } from './IncludeChoice';
import { LargeQr } from './LargeQr';
import { linkFacts } from './linkFacts';
import styles from './LinkTab.module.css';
import { QrCode } from './QrCode';
import { SceneFile } from './SceneFile';
import type { TabProps } from './tabs';
import { useSharedLink } from './useShared';

/** The link, how long it is, its QR code, and what it makes of the receiver's page. */
export default function LinkTab({ options, onOptions }: TabProps) {
  const link = useSharedLink(options);
  const { size, caution, withoutQr } = linkFacts(link);
  const [isLarge, setLarge] = useState(false);
  return (
    <div className={styles.tab}>
      <div className={styles.what}>
        <CopyField label="Link" text={link} />
        <p className={styles.length}>
          <b>{size}</b>
          {caution && <span className={styles.caution}> {caution}</span>}
        </p>
        <IncludeChoice options={options} onOptions={onOptions} />
        <SceneFile options={options} />
      </div>
      <div className={styles.qr}>
        {withoutQr === null ? (
          <>
            <div className={styles.code}>
              <QrCode text={link} label="QR code of the link" />
            </div>
            <Button icon="screen" onClick={() => setLarge(true)}>
              Show large
            </Button>
          </>
        ) : (
          <p className={styles.note}>{withoutQr}</p>
        )}
      </div>
      <ControlTable options={options} onOptions={onOptions} />
      {isLarge && <LargeQr link={link} onClose={() => setLarge(false)} />}
    </div>
  );
}
