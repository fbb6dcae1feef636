import { useRef } from 'react';
import type { DatasetDescriptor } from '../../../data/run/datasets';
import { useActions } from '../../state/actions';
import { Button } from '../../widgets/Button';
import { downloadText, notAskedText } from './downloadText';
import styles from './MissingSet.module.css';

interface Props {
  readonly descriptor: DatasetDescriptor;
  readonly labelling: string | null;
  readonly message: string;
  /** Whether its public source was asked. */
  readonly wasAsked: boolean;
}

/** A set that could not be had: what happened, the download or another try, and files from the visitor's own disk. */
export function MissingSet({ descriptor, labelling, message, wasAsked }: Props) {
  const { loadData, openFiles } = useActions();
  const picker = useRef<HTMLInputElement>(null);
  const files = descriptor.download?.files ?? [];
  const download = wasAsked ? null : downloadText(descriptor);
  return (
    <div className={styles.missing}>
      <p className={styles.message} role="alert">
        {download ? notAskedText(descriptor) : message}
      </p>
      <div className={styles.ways}>
        <Button onClick={() => loadData(descriptor.id, labelling)}>{download ?? 'Try again'}</Button>
        {files.length > 0 && (
          <>
            <Button icon="file" onClick={() => picker.current?.click()}>
              Choose files
            </Button>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              onChange={(event) => {
                if (event.target.files?.length) openFiles([...event.target.files]);
                event.target.value = '';
              }}
            />
          </>
        )}
      </div>
      {files.length > 0 && (
        <p className={styles.files}>
          Or drop these {files.length} files anywhere on the page: {files.map((file) => file.name).join(', ')}
          .
        </p>
      )}
    </div>
  );
}
