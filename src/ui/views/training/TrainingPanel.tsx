import { validateTraining } from '../../../data/spec/validate';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { ParamForm } from '../../widgets/ParamForm';
import { Section } from '../../widgets/Section';
import { ResetHint } from '../ResetHint';
import { liveSince } from './liveSince';
import { paramsThatCount } from './paramsThatCount';
import { RunTrouble } from './RunTrouble';

/** How the model is trained. Most settings hold from the next epoch on; the others say so. */
export function TrainingPanel() {
  const { setTraining } = useActions();
  const training = useAppState((state) => state.draft.training);
  const layers = useAppState((state) => state.draft.model.layers);
  const features = useAppState((state) => state.graph?.data.features ?? null);
  const run = useAppState((state) => state.run);
  return (
    <Section title="Training">
      <RunTrouble />
      <ResetHint about={['normalise features', 'decay on', 'seed']} />
      <ParamForm
        params={paramsThatCount(features, layers, training.weightDecay)}
        values={{ ...training }}
        note={(key) => {
          const since = liveSince(run, key);
          return since === null ? null : `from epoch ${since} on`;
        }}
        onChange={(key, value) => {
          const next = validateTraining({ ...training, [key]: value });
          setTraining(key, next[key]);
        }}
      />
    </Section>
  );
}
