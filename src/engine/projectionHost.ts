/**
 * The worker side of projection: follows training with previews, or brings one epoch to its settled picture. Works in
 * slices, so that a newer request is heard at once, and posts against the page's credits, the newest picture alone.
 * Knows no Worker, so it runs in a test as it does in the tab.
 */
import { messageOf } from '../data/base/errors';
import { preview, type Previous } from '../compute/projection/preview';
import { align } from '../compute/projection/procrustes';
import { settle } from '../compute/projection/settle';
import { findStructure } from '../compute/projection/structure';
import { createLibraryFit } from '../compute/projection/umapLibrary';
import { numUmapEpochs, type CreateUmapFit } from '../compute/projection/umapFit';
import { createActivationsSource } from './activationsSource';
import type { ActivationsAnswer, ProjectionCalls, ProjectionEvent } from './protocol';
import { SLICE_MS, type Turns } from './turns';
import type { ProjectionPicture, ProjectionRequest } from './types';
import type { Handlers } from './wire';

/** Before asking again for activations that are not there yet, or for an epoch after the one already drawn. */
const RETRY_MS = 30;
/** At most some 30 pictures a second. */
const PICTURE_MS = 33;
/**
 * After a preview the worker rests for as long as it took, so that on two cores training and drawing get their share;
 * at most this long, so that at least two pictures a second come.
 */
const LONGEST_REST_MS = 200;
/** While an earlier picture is on the screen, the settling one is shown only once it has taken shape. */
const SHAPELESS = 0.05;
/** Settled pictures kept, so that switching back to one is instant: Cora's are 22 KB each. */
const KEPT_PICTURES = 32;

export interface ProjectionParts {
  readonly post: (event: ProjectionEvent) => void;
  readonly turns: Turns;
  /** Which optimiser settles UMAP; umap-js unless told otherwise. */
  readonly createFit?: CreateUmapFit;
}

export interface ProjectionHost {
  readonly handlers: Handlers<ProjectionCalls>;
  /** The page has drawn what it got. */
  readonly credit: () => void;
}

type Read = Extract<ActivationsAnswer, { kind: 'activations' }>;
type Points = Extract<ProjectionPicture, { kind: 'points' }>;
/** Whether a running job is still the one wanted. */
type IsCurrent = () => boolean;

export function createProjectionHost({
  post,
  turns,
  createFit = createLibraryFit,
}: ProjectionParts): ProjectionHost {
  const source = createActivationsSource();
  const kept = new Map<string, Points>();
  let generation = 0;
  let job = 0;
  let mayPost = true;
  let waiting: ProjectionPicture | null = null;
  let onCredit: (() => void)[] = [];
  let lastPost = -Infinity;
  /** What is on the screen, for the next preview to start from. */
  let previous: (Previous & { readonly layer: string }) | null = null;
  let anchor: Float32Array | null = null;

  const flush = () => {
    if (!mayPost || !waiting) return;
    mayPost = false;
    lastPost = turns.now();
    post({ kind: 'picture', generation, picture: waiting });
    waiting = null;
  };

  const offer = (picture: ProjectionPicture) => {
    waiting = picture;
    flush();
  };

  const wake = () => {
    const woken = onCredit;
    onCredit = [];
    for (const resolve of woken) resolve();
  };

  /** Resolves once a picture may be posted, or the job is over. */
  const credited = (): Promise<void> =>
    mayPost ? Promise.resolve() : new Promise((resolve) => onCredit.push(resolve));

  /** Runs `work` in slices; null when the job is over before it is. */
  const inSlices = async <Y, R>(
    work: Generator<Y, R>,
    isCurrent: IsCurrent,
    onStep: (step: Y) => void = () => {},
  ): Promise<{ readonly value: R } | null> => {
    let sliceEnd = turns.now() + SLICE_MS;
    for (;;) {
      const next = work.next();
      if (next.done) return { value: next.value };
      onStep(next.value);
      if (turns.now() < sliceEnd) continue;
      await turns.next();
      if (!isCurrent()) return null;
      sliceEnd = turns.now() + SLICE_MS;
    }
  };

  /** Activations of an epoch other than `known`; null when the job is over. */
  const read = async (layer: string, known: number, isCurrent: IsCurrent): Promise<Read | null> => {
    for (;;) {
      const answer = await source.ask(generation, layer);
      if (!isCurrent()) return null;
      if (answer.kind === 'activations' && answer.epoch !== known) return answer;
      await turns.wait(RETRY_MS);
      if (!isCurrent()) return null;
    }
  };

  const follow = async (request: ProjectionRequest, isCurrent: IsCurrent) => {
    const { layer, method, seed } = request;
    let epoch = -1;
    let rest = 0;
    while (isCurrent()) {
      await credited();
      const pause = lastPost + Math.max(PICTURE_MS, rest) - turns.now();
      if (pause > 0) await turns.wait(pause);
      if (!isCurrent()) return;
      const answer = await read(layer, epoch, isCurrent);
      if (!answer) return;
      // Training does not move the input: its picture is the settled one from the start.
      if (layer === 'x') return settleOn(answer, request, isCurrent);
      epoch = answer.epoch;
      const structure = findStructure(answer.activations, layer);
      if (structure.kind === 'nothing') {
        offer({ kind: 'nothing', layer, epoch, sentence: structure.sentence });
        continue;
      }
      const { rows, caveats } = structure;
      const before = previous && { ...previous, epochs: previous.layer === layer ? previous.epochs : 0 };
      const began = turns.now();
      const done = await inSlices(preview(rows, method, seed, before, anchor), isCurrent);
      if (!done) return;
      rest = Math.min(2 * (turns.now() - began), LONGEST_REST_MS);
      const { positions } = done.value;
      previous = { ...done.value, layer };
      offer({ kind: 'points', layer, method, epoch, positions, settled: false, progress: 0, caveats });
    }
  };

  const settleOn = async (answer: Read, request: ProjectionRequest, isCurrent: IsCurrent) => {
    const { layer, method, seed } = request;
    const { epoch } = answer;
    const show = (picture: Points) => {
      const numEpochs = numUmapEpochs(picture.positions.length / 2);
      const { positions, progress } = picture;
      previous = { layer, method, positions, epochs: Math.round(progress * numEpochs) };
      offer(picture);
    };
    const key = `${layer === 'x' ? '' : epoch} ${layer} ${method} ${seed}`;
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      return show({ ...known, epoch });
    }
    const structure = findStructure(answer.activations, layer);
    if (structure.kind === 'nothing')
      return offer({ kind: 'nothing', layer, epoch, sentence: structure.sentence });
    const { rows, caveats } = structure;
    const shapeless = previous?.positions.length === 2 * rows.numRows ? SHAPELESS : 0;
    const points = (found: Float32Array, settled: boolean, progress: number): Points => {
      const positions = anchor && method === 'umap' ? align(found, anchor) : found;
      return { kind: 'points', layer, method, epoch, positions, settled, progress, caveats };
    };
    const done = await inSlices(settle(rows, method, seed, createFit), isCurrent, (step) => {
      const isDue = mayPost && turns.now() >= lastPost + PICTURE_MS && step.progress >= shapeless;
      if (isDue && step.positions) show(points(step.positions(), false, step.progress));
    });
    if (!done) return;
    const settled = points(done.value, true, 1);
    kept.set(key, settled);
    const oldest = kept.keys().next();
    if (kept.size > KEPT_PICTURES && !oldest.done) kept.delete(oldest.value);
    show(settled);
  };

  /** Ends what runs now, and whatever of it has not been posted. */
  const interrupt = (next: number) => {
    if (next !== generation) kept.clear();
    generation = next;
    waiting = null;
    job++;
    wake();
  };

  const run = async (request: ProjectionRequest, isCurrent: IsCurrent) => {
    const { layer } = request;
    try {
      if (request.mode === 'preview') return await follow(request, isCurrent);
      const answer = await read(layer, -1, isCurrent);
      if (answer) await settleOn(answer, request, isCurrent);
    } catch (error) {
      if (isCurrent()) offer({ kind: 'nothing', layer, epoch: 0, sentence: messageOf(error) });
    }
  };

  return {
    credit: () => {
      mayPost = true;
      flush();
      wake();
    },
    handlers: {
      connect: ({ port }) => {
        source.connect(port);
        return null;
      },
      show: ({ generation: asked, request }) => {
        if (asked < generation) return null;
        interrupt(asked);
        const mine = job;
        void run(request, () => job === mine);
        return null;
      },
      forget: ({ generation: asked, anchor: next }) => {
        if (asked < generation) return null;
        interrupt(asked);
        anchor = next;
        previous = null;
        return null;
      },
    },
  };
}
