import { descriptorOf } from '../../../data/run/catalogue';
import { defaultTraining } from '../../../data/run/defaults';
import { MODELS } from '../../../data/run/models';
import type { Param } from '../../../data/run/params';
import type { TrainSpec } from '../../../data/run/training';
import { validateTraining } from '../../../data/run/validate';
import { useActions } from '../../state/actions';
import { settingsNow } from '../../state/settings';
import { useAppState } from '../../state/hooks';
import { changedText } from '../../widgets/changedText';
import { Fold } from '../../widgets/Fold';
import { ParamForm } from '../../widgets/ParamForm';
import { Section } from '../../widgets/Section';
import { liveSince } from './liveSince';
import { paramsThatCount } from './paramsThatCount';
import { RunTrouble } from './RunTrouble';

/** How the model is trained. Most settings hold from the next epoch on; the others begin another run. */
export function TrainingPanel() {
  const { setTraining } = useActions();
  const settings = useAppState(settingsNow);
  const graph = useAppState((state) => state.graph);
  const run = useAppState((state) => state.run);
  if (!graph) return null;
  const { training, model, data } = settings;
  const { frequent, rare } = paramsThatCount(graph.data, settings);
  const standard = defaultTraining(
    descriptorOf(data.id),
    MODELS.find(({ id }) => id === model.id),
    settings.task,
  );
  const form = (params: readonly Param<keyof TrainSpec>[]) => (
    <ParamForm
      params={params}
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
  );
  return (
    <Section title="Training">
      <RunTrouble />
      {form(frequent)}
      {rare.length > 0 && (
        <Fold changed={changedText(rare, training, ({ key }) => standard[key])}>{form(rare)}</Fold>
      )}
    </Section>
  );
}
