import { useActions } from '../../state/actions';
import { IconButton } from '../../widgets/IconButton';

interface Props {
  readonly index: number;
  /** How many hidden layers there are to move among. */
  readonly hidden: number;
}

/** Moves a hidden layer towards the input or the output, or removes it. */
export function LayerTools({ index, hidden }: Props) {
  const { moveLayer, removeLayer } = useActions();
  const name = `layer ${index + 1}`;
  return (
    <>
      {hidden > 1 && (
        <>
          <IconButton
            icon="up"
            size={11}
            label={`Move ${name} up`}
            disabled={index === 0}
            onClick={() => moveLayer(index, index - 1)}
          />
          <IconButton
            icon="down"
            size={11}
            label={`Move ${name} down`}
            disabled={index === hidden - 1}
            onClick={() => moveLayer(index, index + 1)}
          />
        </>
      )}
      <IconButton icon="close" size={11} label={`Remove ${name}`} onClick={() => removeLayer(index)} />
    </>
  );
}
