/** Joins what the browser keeps to the page. */
import { isOwnId } from '../../../data/run/catalogue';
import { hasEdits } from '../../../data/run/edits';
import { canonical } from '../../../data/run/runSpec';
import type { Engine } from '../../../engine/client';
import { packScene, unpackScene } from '../../state/address/sceneFile';
import { sceneOf } from '../../state/address/sceneOf';
import type { AppState } from '../../state/appState';
import type { Scene } from '../../state/scene';
import { runTitle } from '../../views/runs/runText';
import { countOf } from '../../widgets/numbers';
import type { Arriving } from '../openScene';
import type { Context } from '../context';
import type { OwnGraphs } from '../ownGraphs';
import type { Kept } from './database';
import { createSessionStore } from './sessionStore';
import { createVisits, type Visits } from './visits';

interface Parts {
  readonly kept: Kept;
  readonly engine: Pick<Engine, 'number' | 'keyframe' | 'adopt' | 'forget'>;
  readonly own: Pick<OwnGraphs, 'find'>;
  readonly arriving: Pick<Arriving, 'open' | 'dismiss'>;
}

/** `GCN · Cora · seed 3, epoch 140, and 2 earlier runs`. */
function visitText({ run, training, runs, view }: AppState): string {
  const earlier = runs.length > 0 ? `, and ${countOf(runs.length, 'earlier run')}` : '';
  return `${runTitle(run, view.hidden)}, epoch ${training.epoch}${earlier}`;
}

export function keepVisits(context: Context, { kept, engine, own, arriving }: Parts): Visits {
  /** Own graphs are kept apart from scenes, and have to be known before a scene of theirs can be read. */
  const unpack = async (bytes: Uint8Array): Promise<Scene> => {
    const { scene, needs } = unpackScene(bytes);
    if (needs === null || !(await own.find(needs))) return scene;
    return unpackScene(bytes).scene;
  };
  const worthOf: Parameters<typeof createVisits>[3]['worthOf'] = async ({ runs, scene: bytes }) => {
    const { run, epoch, pending } = await unpack(bytes);
    if (runs.length > 0) return 'something';
    const now = context.store.getState();
    const shown = now.arrival?.epoch ?? now.training.epoch;
    if (shown >= epoch && canonical(run) === canonical(now.run)) return 'shown';
    const isEdited =
      run.timeline.length > 0 || hasEdits(run.edits) || (pending !== null && hasEdits(pending.edits));
    return epoch > 0 || isEdited ? 'something' : 'nothing';
  };
  return createVisits(
    context,
    createSessionStore(kept),
    {
      engine,
      pack: (state) => packScene(sceneOf(state, { graph: false })),
      sentence: visitText,
    },
    {
      isOwn: isOwnId,
      worthOf,
      findGraph: own.find,
      unpack,
      engine,
      open: async (scene) => {
        await arriving.open(scene);
        // Nobody sent it: what it holds was said in the offer.
        arriving.dismiss();
      },
    },
  );
}
