/** Writes numbers and names of nodes above the picture: inside their discs where they fit, beside them where there is room. */
import { GROUND, type Theme } from '../palette/palette';
import { drawInscription, fitsInside } from './inscription';
import { placeLabels, TYPE } from './labels';
import type { Scene } from './scene';
import { pointUnder } from './view/placing';

/** More nodes than this are not sorted by importance for a frame: the largest of the whole graph are asked instead. */
const MOST_SORTED = 3000;

/** Nodes in view, the most important (those with most neighbours) first. */
function candidates({ near, placing, width, height, topology, upwards }: Scene): Iterable<number> {
  const [from, to] = [pointUnder(placing, { x: 0, y: height }), pointUnder(placing, { x: width, y: 0 })];
  const view = { left: from.x, bottom: from.y, right: to.x, top: to.y };
  if (near.count(view) > MOST_SORTED) return upwards.subarray(0, MOST_SORTED);
  const { offsets } = topology;
  const degreeOf = (node: number): number => offsets[node + 1]! - offsets[node]!;
  const nodes: number[] = [];
  near.each(view, (node) => nodes.push(node));
  return nodes.sort((a, b) => degreeOf(b) - degreeOf(a) || a - b);
}

export function drawNames(context: CanvasRenderingContext2D, scene: Scene, theme: Theme): void {
  const { font, width, height } = scene;
  if (scene.numbered)
    for (const node of scene.upwards) if (scene.has(node)) drawInscription(context, scene, node);
  if (!scene.named) return;
  context.font = `500 ${TYPE}px ${font}`;
  const labels = placeLabels(
    candidates(scene),
    (node) => {
      if (!scene.has(node) || scene.lookOf(node).isBack) return null;
      const name = scene.inscriptionOf(node);
      return scene.numbered && fitsInside(context, scene, node) ? null : name;
    },
    {
      width,
      height,
      pointOf: (node) => scene.pointOf(node),
      radiusOf: (node) => scene.radiusOf(node),
    },
  );
  context.font = `500 ${TYPE}px ${font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = GROUND[theme].background;
  context.fillStyle = GROUND[theme].ink;
  for (const { text, x, y } of labels) {
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}
