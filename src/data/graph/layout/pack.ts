/**
 * Packs the pictures of the components of a graph: the largest in the middle, the others beside it, as near as they
 * fit, so that the whole fills a square frame. Polyominos are sets of grid cells, so a small component may lie in a bay of
 * the large one's outline.
 *
 * After Freivalds, Dogrusoz, Kikusts, Disconnected Graph Layout and the Polyomino Packing Approach, GD 2001.
 */

import { CELL, polyomino, type Cell, type Polyomino } from './polyomino';

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
  const area = shapes.reduce((sum, shape) => sum + shape.reserved.length, 0);
  for (let half = Math.ceil(Math.sqrt(area)) + 4; ; half *= 2) {
    const places = place(shapes, half);
    if (places) return places.map(([column, row]) => [column * CELL, row * CELL]);
  }
}

/** A cell for the origin of each shape, on a grid from -half to half; null where one does not fit. */
function place(shapes: readonly Polyomino[], half: number): readonly Cell[] | null {
  const side = 2 * half + 1;
  const taken = new Uint8Array(side * side);
  // Nearest first; the fourth powers make rings of cells that are nearly square, as the frame is.
  const order = Array.from({ length: side * side }, (_, cell) => cell);
  const reach = Float64Array.from(
    order,
    (cell) => ((cell % side) - half) ** 4 + (Math.floor(cell / side) - half) ** 4,
  );
  order.sort((a, b) => reach[a] - reach[b] || a - b);
  const fits = (shape: Polyomino, column: number, row: number) =>
    shape.cells.every(([dx, dy]) => {
      const [x, y] = [column + dx + half, row + dy + half];
      return x >= 0 && x < side && y >= 0 && y < side && taken[y * side + x] === 0;
    });
  const cellAt = (index: number): Cell => [(index % side) - half, Math.floor(index / side) - half];
  const places: Cell[] = [];
  // Many components are alike (single nodes, pairs): where one of them found no room, its like will not either.
  const searchedTo = new Map<string, number>();
  for (const shape of shapes) {
    const likeness = shape.cells.map((cell) => cell.join()).join(' ');
    let at = searchedTo.get(likeness) ?? 0;
    while (at < order.length && !fits(shape, ...cellAt(order[at]))) at++;
    if (at === order.length) return null;
    searchedTo.set(likeness, at);
    const [column, row] = cellAt(order[at]);
    places.push([column, row]);
    for (const [dx, dy] of shape.reserved) {
      const [x, y] = [column + dx + half, row + dy + half];
      if (x >= 0 && x < side && y >= 0 && y < side) taken[y * side + x] = 1;
    }
  }
  return places;
}
