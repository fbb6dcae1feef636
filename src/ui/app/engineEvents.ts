/** What the page makes of the engine's events. */
import type { RunSpec } from '../../data/run/runSpec';
import { headlineOf } from '../../data/run/tasks/tasks';
import type { EngineEvent } from '../../engine/client';
import type { BackendChoice } from '../../data/run/backend';
import { epochsArrived, epochUnderWay, phaseIs, runRecovered, smoothingTold } from '../state/trainingSlice';
import type { Context } from './context';

const stoppedEarly = (
  run: RunSpec,
  { epoch, better, best }: { readonly epoch: number; readonly better: number; readonly best: number },
): string =>
  run.training.earlyStopping === 'rising loss'
    ? `Stopped early at epoch ${epoch}: the validation loss is above its mean of the last ${run.training.patience} epochs.`
    : `Stopped early at epoch ${epoch}: validation has been no better since epoch ${better}. Gone back to epoch ${best}, where its loss and ${headlineOf(run).name} were both at their best.`;

/**
 * @param project asks for the picture that fits what is going on
 * @param goTo goes back to an epoch of the run
 */
export function createListener(
  { store, update, notify }: Context,
  project: () => void,
  goTo: (epoch: number) => void,
): (event: EngineEvent) => void {
  let lostAt = 0;
  const choice = (): BackendChoice => store.getState().backend.choice;

  return (event) => {
    switch (event.kind) {
      case 'epochs':
        update(epochsArrived(event.records, event.frame));
        if (store.getState().training.phase === 'recovering' && event.frame.epoch >= lostAt)
          update(phaseIs('playing'));
        return;
      case 'progress':
        return update(epochUnderWay(event.progress));
      case 'smoothing':
        return update(smoothingTold(event.record));
      case 'stopped': {
        const { training, run } = store.getState();
        const isOver = training.epoch >= run.training.epochs || event.why === 'early';
        update(phaseIs(isOver ? 'done' : training.epoch === 0 ? 'ready' : 'paused'));
        if (event.why === 'early') {
          notify('info', stoppedEarly(run, event), 'run');
          // As its reference does: what is shown and used are the weights of the best epoch.
          if (run.training.earlyStopping === 'no better') return goTo(event.best);
        }
        return project();
      }
      case 'diverged': {
        const told = `Training stopped at epoch ${event.epoch}: the loss is no longer a number.`;
        update(phaseIs('diverged', told));
        notify('warning', `${told} With a lower learning rate it begins again at epoch 0.`, 'run');
        return project();
      }
      case 'backend':
        return update((state) => ({
          ...state,
          backend: { kind: 'ready', choice: choice(), info: event.info },
        }));
      case 'backendFailed':
        update((state) => ({
          ...state,
          backend: { kind: 'failed', choice: choice(), message: event.message },
        }));
        return update(phaseIs('failed', event.message));
      case 'lost':
        lostAt = event.lostAt;
        return update(phaseIs('recovering'));
      case 'recovered': {
        update(runRecovered(event.opened));
        const { backend } = store.getState();
        const name = backend.kind === 'ready' && backend.info.name === 'cpu' ? 'JavaScript' : 'WASM';
        notify(
          'warning',
          `The GPU device was lost at epoch ${event.lostAt}. The run goes on on ${name}, replayed from epoch ${event.from}.`,
          'run',
        );
        if (event.lostAt <= event.from) update(phaseIs(event.from === 0 ? 'ready' : 'paused'));
        return project();
      }
      case 'picture':
        return update((state) => ({
          ...state,
          projection: event.picture,
          strip: { ...state.strip, [event.picture.layer]: event.picture },
        }));
      case 'strip':
        return update((state) => ({
          ...state,
          strip: { ...state.strip, [event.picture.layer]: event.picture },
        }));
      default:
        event satisfies never;
    }
  };
}
