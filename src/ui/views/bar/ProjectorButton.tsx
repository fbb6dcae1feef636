import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { IconButton } from '../../widgets/IconButton';

/** The pictures alone, with larger type and marks, for the back row of a room. */
export function ProjectorButton() {
  const { setView } = useActions();
  const projector = useAppState((state) => state.view.projector);
  return (
    <IconButton
      icon="screen"
      label={projector ? 'Leave the projector view' : 'Pictures alone, for a projector'}
      hint="P"
      aria-pressed={projector}
      onClick={() => setView({ projector: !projector })}
    />
  );
}
