/**
 * Packs the pictures of the components of a graph: the largest in the middle, the others beside it, as near as they
 * fit, so that the whole fills a square frame. Polyominos are sets of grid cells, so a small component may lie in a bay of
 * the large one's outline.
 *
 * After Freivalds, Dogrusoz, Kikusts, Disconnected Graph Layout and the Polyomino Packing Approach, GD 2001.
 */

import { nearestFirst } from './nearestFirst';
import { CELL, polyomino, type Cell, type Cells, type Polyomino } from './polyomino';

/** x, y per node, interleaved, in any unit. */
type Picture = Float32Array;

/**
 * Scales a picture so that a node has an area of 1 on average, taking it for an evenly filled disc: its area is 2π
 * times the mean squared distance from the centre. Chains, stars and large components then look equally dense.
 */
export function withUnitSpacing(picture: Picture): Picture {
  const numNodes = picture.length / 2;
  const meanSquare = picture.reduce((sum, value) => sum + value * value, 0) / numNodes;
  return meanSquare > 0
    ? picture.map((value) => value * Math.sqrt(numNodes / (2 * Math.PI * meanSquare)))
    : picture;
}

/**
 * Where each picture goes: an offset x, y to add to its nodes. Pictures come with unit spacing, centred, the largest
 * first. `edges`: pairs of nodes of each picture, so that none is laid across a line.
 */
export function packPictures(
  pictures: readonly Picture[],
  edges: readonly (readonly (readonly [number, number])[])[],
): readonly (readonly [number, number])[] {
  if (pictures.length === 1) return [[0, 0]];
  const shapes = pictures.map((picture, k) => polyomino(picture, edges[k] ?? []));
  const area = shapes.reduce((sum, shape) => sum + shape.reserved.length / 2, 0);
  for (let half = Math.ceil(Math.sqrt(area)) + 4; ; half *= 2) {
    const places = place(shapes, half);
    if (places) return places.map(([column, row]) => [column * CELL, row * CELL]);
  }
}

/** A cell for the origin of each shape, on a grid from -half to half; null where one does not fit. */
function place(shapes: readonly Polyomino[], half: number): readonly Cell[] | null {
  const side = 2 * half + 1;
  const taken = new Uint8Array(side * side);
  const order = nearestFirst(half);
  const cellAt = (index: number): Cell => [(index % side) - half, Math.floor(index / side) - half];
  const places: Cell[] = [];
  // Many components are alike (single nodes, pairs): where one of them found no room, its like will not either.
  const searchedTo = new Map<string, number>();
  for (const { cells, reserved } of shapes) {
    const box = boxOf(cells);
    // The box is tried first: a long shape has no room in most places, and a large one many cells.
    const fits = (index: number): boolean => {
      const [column, row] = cellAt(index);
      if (column + box.left < -half || column + box.right > half) return false;
      if (row + box.top < -half || row + box.bottom > half) return false;
      for (let k = 0; k < cells.length; k += 2)
        if (taken[index + cells[k + 1] * side + cells[k]] !== 0) return false;
      return true;
    };
    const likeness = cells.length <= LONGEST_LIKENESS ? cells.join() : null;
    let at = (likeness !== null && searchedTo.get(likeness)) || 0;
    while (at < order.length && !fits(order[at])) at++;
    if (at === order.length) return null;
    if (likeness !== null) searchedTo.set(likeness, at);
    const [column, row] = cellAt(order[at]);
    places.push([column, row]);
    for (let k = 0; k < reserved.length; k += 2) {
      const [x, y] = [column + reserved[k] + half, row + reserved[k + 1] + half];
      if (x >= 0 && x < side && y >= 0 && y < side) taken[y * side + x] = 1;
    }
  }
  return places;
}

/** Shapes of more numbers than this are taken for the only ones of their kind. */
const LONGEST_LIKENESS = 2000;

function boxOf(cells: Cells) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let k = 0; k < cells.length; k += 2) {
    box.left = Math.min(box.left, cells[k]);
    box.right = Math.max(box.right, cells[k]);
    box.top = Math.min(box.top, cells[k + 1]);
    box.bottom = Math.max(box.bottom, cells[k + 1]);
  }
  return box;
}
