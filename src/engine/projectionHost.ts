/**
 * The worker side of projection: follows training with previews, or brings one epoch to its settled picture, then to
 * how far it can be trusted, then the small pictures of the other layers. Works in slices, so that a newer request is
 * heard at once, and posts against the page's credits, the newest picture alone. Knows no Worker, so it runs in a test
 * as it does in the tab.
 */
import { messageOf } from '../data/base/errors';
import type { EdgeIndex } from '../data/graph/graphData';
import { contentKey } from '../compute/projection/contentKey';
import { plainKernels, type ProjectionKernels } from '../compute/projection/kernels';
import type { Rows } from '../compute/projection/matrix';
import { preview, type Previous } from '../compute/projection/preview';
import { methodFor, settle, type PictureOf } from '../compute/projection/settle';
import { findStructure } from '../compute/projection/structure';
import { numUmapEpochs } from '../compute/projection/umapFit';
import { createActivationsSource } from './activationsSource';
import { createComparison } from './comparison';
import { createKeptPictures, type Points } from './keptPictures';
import { createPicturePost } from './picturePost';
import { pictureTrust } from './pictureTrust';
import { createQuestions } from './projectionQuestions';
import type { ActivationsAnswer, ProjectionCalls, ProjectionEvent } from './protocol';
import { SLICE_MS, type Turns } from './turns';
import type { ProjectionPicture, ProjectionRequest } from '../data/run/pictures';
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
const SHAPELESS = 0.3;
/** While training, each so many pictures of the chosen layer one small picture of another is renewed. */
const MAIN_PER_STRIP = 3;
/** Rows that a preview's fidelity is taken over. */
const PREVIEW_SAMPLE = 128;

export interface ProjectionParts {
  readonly post: (event: ProjectionEvent) => void;
  readonly turns: Turns;
  /** The heavy loops; plain JavaScript unless told otherwise. */
  readonly kernels?: Promise<ProjectionKernels>;
}

export interface ProjectionHost {
  readonly handlers: Handlers<ProjectionCalls>;
  /** The page has drawn what it got. */
  readonly credit: () => void;
}

type Read = Extract<ActivationsAnswer, { kind: 'activations' }>;
/** Whether a running job is still the one wanted. */
type IsCurrent = () => boolean;

const nothing = ({ layer, epoch }: Read, sentence: string): ProjectionPicture => ({
  kind: 'nothing',
  layer,
  epoch,
  sentence,
});

export function createProjectionHost({ post, turns, ...parts }: ProjectionParts): ProjectionHost {
  const source = createActivationsSource();
  const kept = createKeptPictures();
  let generation = 0;
  let job = 0;
  const screen = createPicturePost(turns, (picture) => post({ kind: 'picture', generation, picture }));
  /** What each layer's newest picture was, for its next preview to start from; the main one comes last. */
  const previous = new Map<string, Previous>();
  let shown: Previous | null = null;
  let anchor: Float32Array | null = null;
  let numClasses = 0;
  let edgeIndex: EdgeIndex = { source: new Int32Array(), target: new Int32Array() };
  let strip: readonly string[] = [];
  let resting: ProjectionRequest | null = null;

  const pictureOf = async (
    rows: Rows,
    { method, seed, twoByAxes }: ProjectionRequest,
  ): Promise<PictureOf> => ({
    rows,
    method: twoByAxes && method === 'umap' && rows.numCols === 2 ? 'axes' : method,
    seed,
    anchor,
    kernels: await (parts.kernels ?? plainKernels),
  });

  /** Runs `work` in slices; null when the job is over before it is. */
  const inSlices = async <Y, R>(
    work: Generator<Y, R>,
    isCurrent: IsCurrent,
    onStep: (step: Y) => void = () => {},
  ): Promise<{ readonly value: R; readonly ms: number } | null> => {
    let began = turns.now();
    let ms = 0;
    try {
      for (;;) {
        const next = work.next();
        const now = turns.now();
        if (next.done) return { value: next.value, ms: ms + now - began };
        onStep(next.value);
        if (now < began + SLICE_MS) continue;
        ms += now - began;
        await turns.next();
        if (!isCurrent()) return null;
        began = turns.now();
      }
    } finally {
      // What the work holds is given back where it is left in the middle.
      const unfinished: Iterator<Y, R> = work;
      unfinished.return?.();
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

  /** A preview of what was read, on from `before`; null when the job is over. */
  const previewed = async (
    answer: Read,
    request: ProjectionRequest,
    before: Previous | null,
    isCurrent: IsCurrent,
  ): Promise<{ readonly picture: ProjectionPicture; readonly next: Previous | null } | null> => {
    const { layer, epoch } = answer;
    const structure = findStructure(answer.activations, layer);
    if (structure.kind === 'nothing') return { picture: nothing(answer, structure.sentence), next: before };
    const of = await pictureOf(structure.rows, request);
    const drawn = await inSlices(preview(of, before), isCurrent);
    if (!drawn) return null;
    const { positions, method } = drawn.value;
    const every = Math.max(1, Math.floor(of.rows.numRows / PREVIEW_SAMPLE));
    const told = pictureTrust(of, { layer, positions, every, numClasses });
    const looked = told && (await inSlices(told, isCurrent));
    if (told && !looked) return null;
    const picture: Points = {
      kind: 'points',
      layer,
      method,
      seed: request.seed,
      epoch,
      positions,
      settled: false,
      progress: 0,
      caveats: structure.caveats,
      fidelity: looked?.value ?? null,
      readout: method === 'axes' ? (answer.readout ?? null) : null,
      ms: drawn.ms,
    };
    return { picture, next: drawn.value };
  };

  /** The settled picture of what was read; `onWay` sees it take shape. Null when the job is over. */
  const settledOf = async (
    answer: Read,
    request: ProjectionRequest,
    isCurrent: IsCurrent,
    onWay: (picture: () => Points, progress: number) => void = () => {},
  ): Promise<
    { readonly picture: Points; readonly of: PictureOf; readonly key: string } | ProjectionPicture | null
  > => {
    const { layer, epoch } = answer;
    const structure = findStructure(answer.activations, layer);
    if (structure.kind === 'nothing') return nothing(answer, structure.sentence);
    const of = await pictureOf(structure.rows, request);
    const method = methodFor(of.method, of.rows);
    const key = `${contentKey(of.rows)} ${layer} ${method} ${request.seed}`;
    const known = kept.get(key);
    const readout = method === 'axes' ? (answer.readout ?? null) : null;
    if (known) return { picture: { ...known, epoch, readout }, of, key };
    const points = (positions: Float32Array, settled: boolean, progress: number, ms: number): Points => ({
      kind: 'points',
      layer,
      method,
      seed: request.seed,
      epoch,
      positions,
      settled,
      progress,
      caveats: structure.caveats,
      fidelity: null,
      readout,
      ms,
    });
    const done = await inSlices(settle(of), isCurrent, (step) => {
      if (step) onWay(() => points(step.positions(), false, step.progress, 0), step.progress);
    });
    if (!done) return null;
    const picture = points(done.value, true, 1, done.ms);
    kept.set(key, picture);
    return { picture, of, key };
  };

  const settleOn = async (answer: Read, request: ProjectionRequest, isCurrent: IsCurrent) => {
    const show = (picture: Points) => {
      const { layer, method, positions, progress } = picture;
      const epochs = Math.round(progress * numUmapEpochs(positions.length / 2));
      shown = { method, positions, epochs };
      previous.set(layer, shown);
      screen.offer(picture);
    };
    const numRows = answer.activations.kind === 'identity' ? 0 : answer.activations.matrix.numRows;
    const shapeless = shown?.positions.length === 2 * numRows ? SHAPELESS : 0;
    const settled = await settledOf(answer, request, isCurrent, (picture, progress) => {
      if (screen.isFree(PICTURE_MS) && progress >= shapeless) show(picture());
    });
    if (!settled) return;
    if (!('picture' in settled)) return screen.offer(settled);
    const { picture, of, key } = settled;
    show(picture);
    if (picture.fidelity) return;
    const told = pictureTrust(of, {
      layer: picture.layer,
      positions: picture.positions,
      every: 1,
      numClasses,
    });
    const looked = told && (await inSlices(told, isCurrent));
    if (!looked) return;
    const judged = { ...picture, fidelity: looked.value };
    kept.set(key, judged);
    screen.offer(judged);
  };

  const follow = async (request: ProjectionRequest, isCurrent: IsCurrent) => {
    const { layer } = request;
    let epoch = -1;
    let rest = 0;
    let round = 0;
    while (isCurrent()) {
      await screen.credited();
      const pause = screen.lastPost() + Math.max(PICTURE_MS, rest) - turns.now();
      if (pause > 0) await turns.wait(pause);
      if (!isCurrent()) return;
      const answer = await read(layer, epoch, isCurrent);
      if (!answer) return;
      epoch = answer.epoch;
      const began = turns.now();
      // Training does not move the input: its picture is the settled one from the start.
      if (layer === 'x') return settleOn(answer, request, isCurrent);
      // A layer that is looked at for the first time goes on from the one that was looked at before.
      const before = previous.get(layer) ?? (shown && { ...shown, epochs: 0 });
      const drawn = await previewed(answer, request, before, isCurrent);
      if (!drawn) return;
      shown = drawn.next;
      if (drawn.next) previous.set(layer, drawn.next);
      screen.offer(drawn.picture);
      if (++round % MAIN_PER_STRIP === 0) await renewStrip(request, round / MAIN_PER_STRIP, isCurrent);
      rest = Math.min(2 * (turns.now() - began), LONGEST_REST_MS);
    }
  };

  const others = (layer: string): readonly string[] => strip.filter((each) => each !== layer);

  /** One of the small pictures, in turn, on from its last one. */
  const renewStrip = async (request: ProjectionRequest, turn: number, isCurrent: IsCurrent) => {
    const layers = others(request.layer);
    const layer = layers[turn % Math.max(layers.length, 1)];
    if (layer === undefined) return;
    const answer = await source.ask(generation, layer);
    if (!isCurrent() || answer.kind !== 'activations') return;
    if (layer === 'x') return stripOf(answer, request, isCurrent);
    const drawn = await previewed(answer, request, previous.get(layer) ?? null, isCurrent);
    if (!drawn) return;
    if (drawn.next) previous.set(layer, drawn.next);
    post({ kind: 'strip', generation, picture: drawn.picture });
  };

  /** One settled small picture; by our own optimiser where the library is asked for: it would hold up the worker. */
  const stripOf = async (answer: Read, request: ProjectionRequest, isCurrent: IsCurrent) => {
    const method = request.method === 'umap-js' ? 'umap' : request.method;
    const settled = await settledOf(answer, { ...request, method }, isCurrent);
    if (!settled) return;
    const picture = 'picture' in settled ? settled.picture : settled;
    post({ kind: 'strip', generation, picture });
  };

  const settleStrip = async (request: ProjectionRequest, isCurrent: IsCurrent) => {
    for (const layer of others(request.layer)) {
      const answer = await read(layer, -1, isCurrent);
      if (!answer) return;
      await stripOf(answer, request, isCurrent);
      if (!isCurrent()) return;
    }
  };

  /** Ends what runs now, and whatever of it has not been posted. */
  const interrupt = (next: number) => {
    if (next !== generation) kept.clear();
    generation = next;
    resting = null;
    job++;
    screen.drop();
  };

  const run = async (request: ProjectionRequest, isCurrent: IsCurrent) => {
    const { layer } = request;
    try {
      if (request.mode === 'preview') return await follow(request, isCurrent);
      const answer = await read(layer, -1, isCurrent);
      if (!answer) return;
      await settleOn(answer, request, isCurrent);
      if (!isCurrent()) return;
      await settleStrip(request, isCurrent);
      if (isCurrent()) resting = request;
    } catch (error) {
      if (isCurrent()) screen.offer({ kind: 'nothing', layer, epoch: 0, sentence: messageOf(error) });
    }
  };

  return {
    credit: screen.credit,
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
      strip: ({ layers }) => {
        strip = layers;
        const request = resting;
        const mine = job;
        if (request) void settleStrip(request, () => job === mine);
        return null;
      },
      forget: ({ generation: asked, anchor: next, edgeIndex: edges, numClasses: classes }) => {
        if (asked < generation) return null;
        interrupt(asked);
        anchor = next;
        edgeIndex = edges;
        numClasses = classes;
        previous.clear();
        shown = null;
        return null;
      },
      ...createQuestions(source, turns, () => edgeIndex),
      compare: createComparison(parts.kernels ?? Promise.resolve(plainKernels), turns),
    },
  };
}
