import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Select } from '../../widgets/Select';
import { paceOptions, readPace, writePace } from './pace';

export function PaceSelect({ labelled }: { readonly labelled: 'hidden' | 'beside' }) {
  const { setView } = useActions();
  const pace = useAppState((state) => state.view.pace);
  return (
    <Select
      label="Pace"
      labelled={labelled}
      hint="How fast training is played: so many epochs a second, or a run in about five seconds"
      value={writePace(pace)}
      options={paceOptions(pace)}
      onChange={(value) => setView({ pace: readPace(value) })}
    />
  );
}
