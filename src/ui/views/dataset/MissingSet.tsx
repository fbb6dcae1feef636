import { useRef } from 'react';
import type { DatasetDescriptor } from '../../../data/spec/datasets';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import styles from './MissingSet.module.css';

interface Props {
  readonly descriptor: DatasetDescriptor;
  readonly message: string;
}

/** A set that could not be had: what happened, another try, and files from the visitor's own disk. */
export function MissingSet({ descriptor, message }: Props) {
  const { loadData, dropFiles } = useActions();
  const data = useAppState((state) => state.draft.data);
  const picker = useRef<HTMLInputElement>(null);
  const files = descriptor.download?.files ?? [];
  return (
    <div className={styles.missing}>
      <p className={styles.message} role="alert">
        {message}
      </p>
      <div className={styles.ways}>
        <Button onClick={() => loadData(descriptor.id, data.id === descriptor.id ? data.labelling : null)}>
          Try again
        </Button>
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
                if (event.target.files?.length) dropFiles([...event.target.files]);
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
