import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { IconButton } from '../../widgets/IconButton';

/** Carried by what plays and stops by itself: a press on it does not end the walk before it can. */
export const PLAYS_LAYERS = 'data-plays-layers';

/** From the input to the output, layer after layer: embedding, receptive field and messages go together. */
export function PlayLayers() {
  const { playLayers } = useActions();
  const walking = useAppState((state) => state.walking);
  const numLayers = useAppState((state) => state.training.layers.length);
  return (
    <IconButton
      icon={walking ? 'pause' : 'play'}
      label={walking ? 'Stop playing through the layers' : 'Play through the layers'}
      hint="L"
      disabled={numLayers === 0}
      onClick={playLayers}
      {...{ [PLAYS_LAYERS]: '' }}
    />
  );
}
