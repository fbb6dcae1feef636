import { useState } from 'react';
import { messageOf } from '../../../data/base/errors';
import { EXPORTS, isFileOf, type ExportId } from '../../../data/export/kinds';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { saveFile } from '../../widgets/saveFile';
import styles from './FilesTab.module.css';

const GROUPS = [...new Set(EXPORTS.map(({ group }) => group))];

/** Everything that the page knows, as files for other programs. Pictures have a page of their own. */
export default function FilesTab() {
  const { exportAs } = useActions();
  const layer = useAppState(
    ({ training, view }) => training.layers.find(({ id }) => id === view.layer)?.label ?? view.layer,
  );
  const run = useAppState((state) => state.run);
  const [busy, setBusy] = useState<ExportId | null>(null);
  const [trouble, setTrouble] = useState<{ readonly id: ExportId; readonly text: string } | null>(null);
  const take = async (id: ExportId): Promise<void> => {
    setBusy(id);
    setTrouble(null);
    try {
      const { name, blob } = await exportAs(id);
      saveFile(name, blob);
    } catch (error) {
      setTrouble({ id, text: messageOf(error) });
    } finally {
      setBusy(null);
    }
  };
  return (
    <div className={styles.groups}>
      {GROUPS.filter((group) => group !== 'Picture').map((group) => (
        <section key={group}>
          <h3>{group.startsWith('Embedding') ? `${group}, ${layer}` : group}</h3>
          <ul className={styles.list}>
            {EXPORTS.filter((each) => each.group === group && isFileOf(each.id, run)).map(
              ({ id, name, sentence }) => (
                <li key={id}>
                  <div className={styles.what}>
                    <b>{name}</b>
                    <span>{sentence}</span>
                    {trouble?.id === id && (
                      <span role="alert" className={styles.trouble}>
                        {trouble.text}
                      </span>
                    )}
                  </div>
                  <Button
                    icon="download"
                    aria-label={`Save ${name}`}
                    disabled={busy !== null}
                    onClick={() => void take(id)}
                  >
                    {busy === id ? 'Writing…' : 'Save'}
                  </Button>
                </li>
              ),
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}
