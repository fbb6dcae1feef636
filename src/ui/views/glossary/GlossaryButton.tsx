import { useActions } from '../../state/actions';
import { Button } from '../../widgets/Button';

/** Opens the list of all terms. */
export function GlossaryButton() {
  const { showDialog } = useActions();
  return (
    <Button look="link" onClick={() => showDialog('glossary')}>
      Glossary of terms
    </Button>
  );
}
