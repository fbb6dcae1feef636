/** How the nodes are coloured in any mode: a list of marks, and which of them each node has. */
import { neutralColour, type Theme } from '../palette/palette';
import { mapColours, scaleColours, stepOf, STEPS_2D } from '../palette/scales';
import type { AppState } from '../state/appState';
import { colourShown } from '../state/taskView';
import type { ColourMode } from '../state/viewSpec';
import { boxAround } from './box';
import { marksFor, markOfNodes, type KindMode, type Mark } from './marks';
import { numbersOf, type NodeNumbers } from './numbers';

export type ColourSource = Pick<
  AppState,
  'graph' | 'view' | 'run' | 'training' | 'projection' | 'unitValues' | 'accounted'
>;

export interface Colouring {
  /** Two colourings with the same key have the same marks, in one theme and of one labelling. */
  readonly key: string;
  /** The last one is for nodes of which nothing is known. */
  readonly marks: readonly Mark[];
  /** Per node an index into marks. */
  readonly markOf: Uint16Array;
  readonly scale: NodeNumbers | null;
}

const KINDS: readonly string[] = ['class', 'prediction', 'correctness', 'split'] satisfies KindMode[];
export const isKindMode = (mode: ColourMode): mode is KindMode => KINDS.includes(mode);

const solid = (colour: string): Mark => ({ label: '', colour, shape: 'solid' });
const nothing = (theme: Theme): Mark => ({
  label: 'not known',
  colour: neutralColour(theme),
  shape: 'small',
});

function byNumber(numbers: NodeNumbers, theme: Theme): Colouring {
  const marks = [...scaleColours(numbers.kind, theme).map(solid), nothing(theme)];
  const markOf = Uint16Array.from(numbers.values, (value) =>
    Number.isFinite(value) ? stepOf(value, numbers.least, numbers.most) : marks.length - 1,
  );
  return { key: numbers.kind, marks, markOf, scale: numbers };
}

/** The colour of a node's place in the picture of the embedding. */
function byPlace({ graph, projection }: ColourSource, theme: Theme): Colouring {
  const numNodes = graph?.data.numNodes ?? 0;
  const marks = [...mapColours(theme).map(solid), nothing(theme)];
  const markOf = new Uint16Array(numNodes).fill(marks.length - 1);
  const colouring = { key: 'map', marks, markOf, scale: null };
  if (projection?.kind !== 'points' || projection.positions.length !== 2 * numNodes) return colouring;
  const { positions } = projection;
  const { x, y } = boxAround(positions);
  const step = (value: number, [least, most]: readonly [number, number]): number =>
    Math.max(0, Math.min(STEPS_2D - 1, Math.floor(((value - least) / (most - least)) * STEPS_2D)));
  for (let i = 0; i < numNodes; i++) {
    const [across, up] = [positions[2 * i]!, positions[2 * i + 1]!];
    if (Number.isFinite(across) && Number.isFinite(up)) markOf[i] = step(across, x) + STEPS_2D * step(up, y);
  }
  return colouring;
}

/** Null while there is no graph. */
export function colouringOf(state: ColourSource, theme: Theme): Colouring | null {
  const mode = colourShown(state);
  const labelling = state.graph?.data.labelling;
  if (!labelling) return null;
  if (isKindMode(mode)) {
    const markOf = markOfNodes(mode, labelling, state.training.predictions);
    return { key: mode, marks: marksFor(mode, labelling, theme), markOf, scale: null };
  }
  return mode === 'embedding' ? byPlace(state, theme) : byNumber(numbersOf(mode, state), theme);
}

/** Whether what nodes are coloured by may differ between two states. */
export function isRecoloured(now: ColourSource, before: ColourSource): boolean {
  if (now.graph?.data !== before.graph?.data || colourShown(now) !== colourShown(before)) return true;
  const mode = colourShown(now);
  switch (mode) {
    case 'class':
    case 'split':
      return false;
    case 'prediction':
    case 'correctness':
      return now.training.predictions !== before.training.predictions;
    case 'confidence':
    case 'loss':
      return now.training.frame !== before.training.frame;
    case 'unit':
      return now.unitValues !== before.unitValues || now.view.layer !== before.view.layer;
    case 'walks':
      return now.accounted !== before.accounted || now.view.selection !== before.view.selection;
    case 'embedding':
      return now.projection !== before.projection;
    default:
      return mode satisfies never;
  }
}
