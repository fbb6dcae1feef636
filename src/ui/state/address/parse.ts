/**
 * A link's hash as a scene: readable keys, or `#s=1.` and the packed form. A hash is input like any other: nothing is
 * thrown, and what cannot be read is left at its default and told.
 */
import { fail, messageOf } from '../../../data/base/errors';
import { packedNodes, unpacksWithin } from '../../../data/formats/packed/unpackGraph';
import { SCENE_VERSION, withHead } from '../../../data/formats/scene/sceneFile';
import type { GraphData } from '../../../data/graph/graphData';
import { FROM_LINK } from '../../../data/import/ownSet';
import { descriptorOf } from '../../../data/run/catalogue';
import { mustTrainOn } from '../../../data/run/models';
import type { RunSpec } from '../../../data/run/runSpec';
import { validateModelId } from '../../../data/run/validate';
import { attempt, firstOf } from '../attempt';
import { DAMAGED, LATER, TOO_LONG } from '../notices';
import type { Scene } from '../scene';
import { asWritten } from './asWritten';
import { fromBase64url } from './base64url';
import { openGraph, unknownOwnId } from './ownGraph';
import { readPayload, type Payload } from './payload';
import type { Places } from './places';
import { readReadable } from './readable';
import { readScene } from './readScene';

/** A few characters can hold a graph that a tab unpacks and draws for minutes. */
export interface LargeGraph {
  readonly nodes: number;
  /** Packed. */
  readonly bytes: number;
  /** The whole link as a scene file, for a worker to unpack. */
  readonly file: Uint8Array<ArrayBuffer>;
}

export interface ParsedScene {
  readonly scene: Scene;
  /** Sentences on what was left out; empty: all of it was read. */
  readonly problems: readonly string[];
  /**
   * The id of a graph of the visitor's own that the link is on and does not hold. The scene is on the default set until
   * whoever keeps such graphs makes it known (`addOwnSet`) and the link is read again.
   */
  readonly needs: string | null;
  /** Why nothing of it is opened: its model does not exist, or cannot be trained on its graph. */
  readonly refused?: string;
  /** A graph that the link holds and that is not unpacked before the visitor says so; the scene is on the default set. */
  readonly large?: LargeGraph;
  /** The scene is on the default set in place of another: the link could not be read, or its set not be had. */
  readonly isLost?: true;
}

/**
 * An epoch of more than so many times the epochs that the run is set to is a slip where it was written by hand. Where the
 * console has trained a run that far, its link is packed.
 */
const FAR = 10;
/** Methods are set to few epochs, and may be trained on. */
const NEAR = 1000;

const lastOf = ({ training: { epochs } }: RunSpec): number => Math.max(NEAR, FAR * epochs);

export const isFar = ({ run, epoch }: Scene): boolean => epoch > lastOf(run);

function refusingFarEpochs(parsed: ParsedScene): ParsedScene {
  const { scene } = parsed;
  if (!isFar(scene)) return parsed;
  const { epochs } = scene.run.training;
  const problem = `epoch: expected at most ${lastOf(scene.run)} in a run of ${epochs} epochs, got ${scene.epoch}; it was left out.`;
  return { ...parsed, scene: { ...scene, epoch: 0 }, problems: firstOf([...parsed.problems, problem]) };
}

/** The key of the packed form. */
export const PACKED_KEY = 's';
export const LINK_VERSION = SCENE_VERSION;

/** Of what a link unpacks to: it is read at once, on the page's own thread. */
const MAX_BYTES = 8 * 2 ** 20;
/** Of characters: browsers take no longer address. */
const MAX_LENGTH = 2 ** 21;

export function parseAddress(hash: string): ParsedScene {
  const problems: string[] = [];
  try {
    const keys = keysOf(hash);
    if (keys.has(PACKED_KEY)) {
      const deflated = deflatedIn(keys, problems);
      const payload = readPayload(deflated, MAX_BYTES, 'link');
      const large = payload.graph && largeIn(payload.graph, deflated);
      if (large) return { ...openPayload(NOTHING, FROM_LINK, problems), isLost: true, large };
      return openPayload(payload, FROM_LINK, problems);
    }
    const parsed = openPayload({ places: readReadable(keys, problems), graph: null }, FROM_LINK, problems);
    return refusingFarEpochs({ ...parsed, problems: parsed.problems.map((each) => asWritten(each, keys)) });
  } catch {
    const parsed = openPayload(NOTHING, FROM_LINK, [...problems, damageOf(hash)]);
    return { ...parsed, isLost: true };
  }
}

const NOTHING: Payload = { places: new Map(), graph: null };

/** For whoever was sent the link: what in its bytes is wrong would help nobody. */
function damageOf(hash: string): string {
  if (hash.length > MAX_LENGTH) return TOO_LONG;
  const version = keysOf(hash).get(PACKED_KEY)?.split('.', 1)[0] ?? '';
  return /^[1-9]\d{0,2}$/.test(version) && Number(version) > LINK_VERSION ? LATER : DAMAGED;
}

/** @throws PlaygroundError where there is more text than in any address */
function keysOf(hash: string): URLSearchParams {
  if (hash.length > MAX_LENGTH) throw fail('link', 'expected a shorter one, got too many characters');
  return new URLSearchParams(hash.replace(/^#/, ''));
}

/** What is unpacked at once, on the page's own thread: some ten milliseconds. Larger graphs the visitor is asked about. */
const AT_ONCE = { nodes: 5000, bytes: 2 ** 17, cells: 2 ** 20 };

function largeIn(graph: Uint8Array, deflated: Uint8Array): LargeGraph | null {
  const nodes = packedNodes(graph);
  const isSmall = nodes <= AT_ONCE.nodes && graph.length <= AT_ONCE.bytes;
  // An edge takes a byte; cells of a matrix may take none.
  if (isSmall && unpacksWithin(graph, AT_ONCE.cells)) return null;
  return { nodes, bytes: graph.length, file: withHead(deflated) };
}

/** Throws where nothing of a packed link can be read. */
function deflatedIn(keys: URLSearchParams, problems: string[]): Uint8Array {
  const packed = keys.get(PACKED_KEY) ?? '';
  if (keys.size > 1)
    problems.push(`expected nothing beside the key ${PACKED_KEY}, got more; it was left out.`);
  const [version, text = ''] = packed.split('.', 2);
  if (version !== String(LINK_VERSION)) throw fail('link', `expected version ${LINK_VERSION}, got another`);
  return fromBase64url(text);
}

/** @param source what the graph came with, for its card */
export function openPayload({ places, graph }: Payload, source: string, problems: string[]): ParsedScene {
  const id = places.get('data');
  const own = graph && attempt(problems, null, () => openGraph(graph, id, source));
  return parsedFrom(places, own, problems);
}

/** @param own the visitor's own graph, already known under its id */
export function parsedFrom(places: Places, own: GraphData | null, problems: string[]): ParsedScene {
  const scene = readScene(places, own, problems);
  const wanted = places.get('data') ?? scene.run.data.id;
  const refused = refusalOf(scene, places.get('model'));
  return {
    scene: refused === null ? withoutUntrainable(scene, problems) : scene,
    needs: unknownOwnId(places.get('data')),
    problems: firstOf(problems),
    ...(wanted !== scene.run.data.id && { isLost: true }),
    ...(refused !== null && { refused }),
  };
}

const trainable = (run: RunSpec) => {
  const { name, counts } = descriptorOf(run.data.id);
  mustTrainOn(run, name, counts);
};

/** @param model as it was asked for */
function refusalOf({ run }: Scene, model: unknown): string | null {
  try {
    if (model !== undefined) validateModelId(model);
    trainable(run);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

/** What is offered beside a run can be left out. */
function withoutUntrainable(scene: Scene, problems: string[]): Scene {
  const { pending } = scene;
  const kept = attempt(problems, null, () => {
    if (pending) trainable(pending);
    return pending;
  });
  return kept === pending ? scene : { ...scene, pending: kept };
}
