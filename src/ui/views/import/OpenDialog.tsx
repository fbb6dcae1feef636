import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Dialog } from '../../widgets/Dialog';
import { ConsentQuestion } from './ConsentQuestion';
import { Failed } from './Failed';
import { LargeLink } from './LargeLink';
import { OpenStart } from './OpenStart';
import { PreviewForm, PreviewFoot } from './PreviewForm';
import { Working } from './Working';

/** A graph of the visitor's own, from where it lies to where it is shown: one dialog for the whole way. */
export default function OpenDialog() {
  const { cancelImport } = useActions();
  const importing = useAppState((state) => state.importing);
  const kind = importing?.kind ?? 'start';
  return (
    <Dialog
      title={importing?.kind === 'preview' ? importing.what : 'Open a graph'}
      onClose={cancelImport}
      size={kind === 'preview' || kind === 'start' ? 'large' : 'medium'}
      returnsFocus={kind !== 'building'}
      closes={kind === 'start' ? 'anywhere' : 'deliberate'}
      footer={importing?.kind === 'preview' ? <PreviewFoot shown={importing} /> : undefined}
    >
      {!importing && <OpenStart />}
      {importing?.kind === 'asking' && (
        <ConsentQuestion address={importing.what} host={importing.host} passesOn={importing.passesOn} />
      )}
      {importing?.kind === 'large' && <LargeLink nodes={importing.nodes} />}
      {(importing?.kind === 'reading' || importing?.kind === 'building') && (
        <Working sentence={importing.sentence} />
      )}
      {importing?.kind === 'preview' && <PreviewForm shown={importing} />}
      {importing?.kind === 'failed' && <Failed what={importing.what} message={importing.message} />}
    </Dialog>
  );
}
