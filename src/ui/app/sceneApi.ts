/** `playground.scene` and `playground.link`: what the page shows, as data and as an address. */
import { fail } from '../../data/base/errors';
import { isFields, shown } from '../../data/run/checks';
import { packedOf } from '../state/address/ownGraph';
import { toBase64url } from '../state/address/base64url';
import { formatAddress } from '../state/address/format';
import { sceneOf } from '../state/address/sceneOf';
import type { AppState } from '../state/appState';
import type { ControlId } from '../state/controls';
import type { Scene } from '../state/scene';
import { validateViewSpec } from '../state/validateView';

/** JSON: what a link holds. */
export interface PlainScene extends Omit<Scene, 'graph'> {
  /**
   * The visitor's own graph, packed (data/formats/packed) and in base64url, where it was asked for; else null, and
   * `run.data.id` names it.
   */
  readonly graph: string | null;
}

export interface LinkOptions {
  /** What was computed here, for the receiver's page to compare with; left out by default. */
  readonly results?: boolean;
  /** The visitor's own graph, if it is small enough for a link; in by default. */
  readonly graph?: boolean;
  /** With the names, ids and columns of its file; in by default. */
  readonly names?: boolean;
  /** Groups of controls that are seen but not to be touched, or not seen; by default those of the page. */
  readonly locked?: readonly ControlId[];
  readonly hidden?: readonly ControlId[];
  /** Nothing but the canvases and the play button. */
  readonly embed?: boolean;
}

export interface SceneApi {
  /** The run with its timeline, the epoch shown and what is looked at, as JSON. */
  scene(options?: Pick<LinkOptions, 'results' | 'graph'>): PlainScene;
  /** The address that opens the scene, whole. */
  link(options?: LinkOptions): string;
}

interface Parts {
  readonly state: () => AppState;
  /** Of the page, without what follows `?` or `#`. */
  readonly address: string;
}

const FLAGS = ['results', 'graph', 'names', 'embed'] as const;
const LISTS = ['locked', 'hidden'] as const;

/** What does not fit is named. */
function checked(name: string, options: LinkOptions, known: readonly string[]): LinkOptions {
  const area = `playground.${name}`;
  if (!isFields(options)) throw fail(area, `expected an object of options, got ${shown(options)}`);
  const odd = Object.keys(options).find((key) => !known.includes(key));
  if (odd !== undefined) throw fail(area, `expected options ${known.join(', ')}, got '${odd}'`);
  for (const key of FLAGS)
    if (options[key] !== undefined && typeof options[key] !== 'boolean')
      throw fail(`${area}: ${key}`, `expected true or false, got ${shown(options[key])}`);
  for (const key of LISTS) if (options[key] !== undefined) validateViewSpec({ [key]: options[key] }, area);
  return options;
}

export const sceneApi = ({ state, address }: Parts): SceneApi => ({
  scene: (options = {}) => {
    const { results = false, graph = false } = checked('scene', options, ['results', 'graph']);
    const { graph: own, ...scene } = sceneOf(state(), { results, graph });
    return { ...scene, graph: own && toBase64url(packedOf(own)) };
  },
  link: (options = {}) =>
    address + formatAddress(sceneOf(state(), checked('link', options, [...FLAGS, ...LISTS]))),
});
