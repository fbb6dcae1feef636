/**
 * The pairs of the test as lines on a 2-D canvas above the nodes, the same in both pictures: which edges the run has
 * found, which it has missed, and which pairs it takes for edges that are none.
 */
import { pairColour, type PairMark, type Theme } from '../palette/palette';
import { outcomeOf, testPairs, thinned, type ScoredPairs } from '../state/heldOut';
import { Overlay } from './overlay';
import { distanceToLine } from './picking';
import type { Point } from './polygon';
import type { Scene } from './scene';

/** In the order in which they are drawn; dashes in CSS pixels. */
export const PAIR_LINES = [
  { mark: 'false', dash: [1.5, 3] },
  { mark: 'missed', dash: [5, 3] },
  { mark: 'found', dash: [] },
] as const satisfies readonly { readonly mark: PairMark; readonly dash: readonly number[] }[];

/** Lines in one path: the time that a browser takes for a path grows with its square. */
const LINES_AT_ONCE = 256;
/** Of few lines and of many, in CSS pixels. */
const [WIDE, THIN, FEW] = [1.8, 1.1, 60];

export interface DrawnPairs {
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Numbers of the pairs that are drawn, by what the run makes of them. */
  readonly of: Readonly<Record<PairMark, readonly number[]>>;
  /** How many there are in all. */
  readonly count: number;
  readonly isThinned: boolean;
}

/** What is drawn: a sample where there are too many lines to tell apart. Pairs that are rightly left out are not drawn. */
export function drawnPairs(scored: ScoredPairs, threshold: number): DrawnPairs {
  const { source, target } = scored.pairs;
  const told = testPairs(scored.pairs).filter((k) => outcomeOf(scored, k, threshold) !== 'rejected');
  const shown = thinned(told);
  const of: Record<PairMark, number[]> = { found: [], missed: [], false: [] };
  for (const k of shown) {
    const outcome = outcomeOf(scored, k, threshold);
    if (outcome !== 'rejected') of[outcome].push(k);
  }
  return { source, target, of, count: told.length, isThinned: shown.length < told.length };
}

export interface HeldOutLayer {
  draw(pairs: DrawnPairs | null, theme: Theme): void;
  remove(): void;
}

export function createHeldOutLayer(scene: Scene): HeldOutLayer {
  const overlay = new Overlay(scene.container, 'pairs', scene.over);
  return {
    draw: (pairs, theme) =>
      overlay.draw(
        pairs &&
          ((context) => {
            const drawn = PAIR_LINES.reduce((sum, { mark }) => sum + pairs.of[mark].length, 0);
            context.lineWidth = drawn <= FEW ? WIDE : THIN;
            for (const { mark, dash } of PAIR_LINES) {
              context.strokeStyle = pairColour(mark, theme);
              context.setLineDash([...dash]);
              drawLines(context, scene, pairs, pairs.of[mark]);
            }
          }),
      ),
    remove: () => overlay.remove(),
  };
}

function drawLines(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { source, target }: DrawnPairs,
  list: readonly number[],
): void {
  for (let first = 0; first < list.length; first += LINES_AT_ONCE) {
    context.beginPath();
    for (const k of list.slice(first, first + LINES_AT_ONCE)) {
      const [a, b] = [source[k]!, target[k]!];
      if (!scene.has(a) || !scene.has(b)) continue;
      const line = betweenRims(scene, a, b);
      if (!line) continue;
      context.moveTo(line[0].x, line[0].y);
      context.lineTo(line[1].x, line[1].y);
    }
    context.stroke();
  }
}

/** From rim to rim, so that the line hides neither node; null where the nodes touch. */
function betweenRims(scene: Scene, a: number, b: number): readonly [Point, Point] | null {
  const [from, to] = [scene.pointOf(a), scene.pointOf(b)];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const [start, end] = [scene.radiusOf(a) / length, 1 - scene.radiusOf(b) / length];
  if (!(start < end)) return null;
  return [
    { x: from.x + start * dx, y: from.y + start * dy },
    { x: from.x + end * dx, y: from.y + end * dy },
  ];
}

/** The pair whose line is nearest to a point, if it is not farther than `slack` CSS pixels. */
export function pairAt(
  scene: Pick<Scene, 'pointOf' | 'has'>,
  { source, target, of }: DrawnPairs,
  { x, y }: Point,
  slack: number,
): readonly [number, number] | null {
  let [best, least]: [number | null, number] = [null, slack];
  for (const { mark } of PAIR_LINES)
    for (const k of of[mark]) {
      const [a, b] = [source[k]!, target[k]!];
      if (!scene.has(a) || !scene.has(b)) continue;
      const [from, to] = [scene.pointOf(a), scene.pointOf(b)];
      const distance = distanceToLine(x, y, from.x, from.y, to.x, to.y);
      if (distance <= least) [best, least] = [k, distance];
    }
  return best === null ? null : [source[best]!, target[best]!];
}
