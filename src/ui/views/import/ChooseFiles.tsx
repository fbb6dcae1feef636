import { useRef, type ReactNode } from 'react';
import { useActions } from '../../state/actions';
import { Button } from '../../widgets/Button';

interface Props {
  readonly look?: 'plain' | 'accent';
  readonly children: ReactNode;
}

/** The browser's own file chooser. It filters nothing: what a file is, is told by how it begins. */
export function ChooseFiles({ look = 'plain', children }: Props) {
  const { openFiles } = useActions();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} icon="file" onClick={() => picker.current?.click()}>
        {children}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="Files"
        onChange={(event) => {
          if (event.target.files?.length) openFiles([...event.target.files]);
          event.target.value = '';
        }}
      />
    </>
  );
}
