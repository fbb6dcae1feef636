import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { IconButton } from '../../widgets/IconButton';

/** Tells of one node from the input to the output: embedding, receptive field, messages and formula go along. */
export function PlayLayers() {
  const { playLayers } = useActions();
  const isTold = useAppState((state) => state.narration !== null);
  const numLayers = useAppState((state) => state.training.layers.length);
  return (
    <IconButton
      icon={isTold ? 'close' : 'play'}
      label={isTold ? 'End playing through the layers' : 'Play through the layers'}
      hint="L"
      disabled={numLayers === 0}
      onClick={playLayers}
    />
  );
}
