/** Which style each node has: from colour mode, numbers, labels, selection and filter. */
import type { AppState } from '../state/appState';
import type { Theme } from '../palette/palette';
import { colouringOf, type Colouring } from './colouring';
import { DIMMED, levelsOf } from './emphasis';
import { styleOf, type NodeStyle } from './look';
import { ringColour, ringsOf } from './rings';
import type { Topology } from './topology';

/** A node's style in one number: its mark, its ring (0 none, 1 of the set, 2 + c given as class c), how far it steps back. */
const RING = 16;
const LEVEL = 25;
const GONE = 2 ** 30;

export interface Styling {
  readonly colouring: Colouring;
  /** Equal codes are equal styles, in stylings with one `key`, of one graph and in one theme. */
  readonly codes: Int32Array;
  readonly styles: readonly NodeStyle[];
  /** Per node an index into styles. */
  readonly styleOf: Uint32Array;
}

/** Of the newest state; both canvases ask for it. */
let newest: {
  readonly state: AppState;
  readonly topology: Topology;
  readonly theme: Theme;
  readonly styling: Styling | null;
} | null = null;

/** Null while there is no graph, or one of another size than the topology. */
export function stylingOf(state: AppState, topology: Topology, theme: Theme): Styling | null {
  if (newest?.state !== state || newest.topology !== topology || newest.theme !== theme)
    newest = { state, topology, theme, styling: styled(state, topology, theme) };
  return newest.styling;
}

function styled(state: AppState, topology: Topology, theme: Theme): Styling | null {
  const data = state.graph?.data;
  const colouring = colouringOf(state, theme);
  const { numNodes } = topology;
  if (data?.numNodes !== numNodes || !colouring) return null;
  const { labelling } = data;
  const rings = ringsOf(labelling, numNodes);
  const levels = levelsOf(topology, state);
  const codes = new Int32Array(numNodes);
  for (let i = 0; i < numNodes; i++)
    codes[i] = colouring.markOf[i]! | (rings[i]! << RING) | (levels[i]! << LEVEL);
  for (const node of data.tombstones ?? []) codes[node] = GONE;

  const styles: NodeStyle[] = [];
  const indices = new Map<number, number>();
  const styleIndex = new Uint32Array(numNodes);
  for (let i = 0; i < numNodes; i++) {
    const code = codes[i]!;
    // Neighbours in the list are often alike.
    if (i > 0 && code === codes[i - 1]) {
      styleIndex[i] = styleIndex[i - 1]!;
      continue;
    }
    let index = indices.get(code);
    if (index === undefined) {
      index = styles.length;
      indices.set(code, index);
      const isGone = code === GONE;
      const mark = isGone ? colouring.marks.at(-1)! : colouring.marks[code & 0xffff]!;
      const ring = isGone ? null : ringColour(rings[i]!, labelling, theme);
      const style = styleOf(mark, ring, isGone ? 0 : DIMMED[levels[i]!]!, theme);
      styles.push(isGone ? { ...style, hidden: true } : style);
    }
    styleIndex[i] = index;
  }
  return { colouring, codes, styles, styleOf: styleIndex };
}

/** Whether two stylings of one graph in one theme look alike. */
export function isSameStyling(a: Styling, b: Styling): boolean {
  if (a.colouring.key !== b.colouring.key || a.codes.length !== b.codes.length) return false;
  for (let i = 0; i < a.codes.length; i++) if (a.codes[i] !== b.codes[i]) return false;
  return true;
}
