import { useActions } from '../../state/actions';
import { Segmented } from '../../widgets/Segmented';
import type { Asked } from './asked';
import { Choice } from './Choice';

const PLACES = [
  { value: 'file', label: 'as in the file' },
  { value: 'new', label: 'lay out again' },
] as const;

/** Where nodes lie, of a file that brings positions: a map is one to keep, a heap of random places is not. */
export function PlacesChoice({ preview, answers }: Asked) {
  const { setImportAnswers } = useActions();
  if (!preview.hasPositions) return null;
  return (
    <Choice title="Positions">
      <Segmented
        label="Positions"
        value={answers.places}
        segments={PLACES}
        onChange={(places) => setImportAnswers({ places })}
      />
    </Choice>
  );
}
