import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { IconButton } from '../../widgets/IconButton';

/** All small pictures at one scale, or each as large as its frame. */
export function FilmScale() {
  const { setView } = useActions();
  const isFixed = useAppState((state) => state.view.filmScale);
  const hasSome = useAppState((state) => state.training.layers.length > 2);
  if (!hasSome) return null;
  return (
    <IconButton
      icon="ruler"
      label="One scale for all layers"
      hint={isFixed ? 'the longest picture fills its frame' : 'now each picture fills its own frame'}
      aria-pressed={isFixed}
      onClick={() => setView({ filmScale: !isFixed })}
    />
  );
}
