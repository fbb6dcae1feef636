/** The shape of a component's picture as cells of a grid: what it covers, and what others must leave free. */

export type Cell = readonly [column: number, row: number];

/** Cells as columns and rows, interleaved, in rows from left to right. */
export type Cells = Int32Array;

export interface Polyomino {
  readonly cells: Cells;
  /** The cells, those around them, and those they enclose. */
  readonly reserved: Cells;
}

/** Side of a grid cell, in units of the spacing of nodes. */
export const CELL = 0.7;
/** Cells kept free around a component of this many nodes or more, and around a smaller one. */
export const LARGE = 200;
const MARGIN = { large: 2, small: 1 };

const FREE = 0;
const TAKEN = 1;
const OUTSIDE = 2;

/** A rectangle of cells, row by row; its first cell is (left, top). */
interface Grid {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly states: Uint8Array;
}

/** `picture`: x, y per node, interleaved. `edges`: pairs of its nodes, so that nothing is laid across a line. */
export function polyomino(picture: Float32Array, edges: readonly (readonly [number, number])[]): Polyomino {
  const isLarge = picture.length / 2 >= LARGE;
  const margin = isLarge ? MARGIN.large : MARGIN.small;
  const grid = gridFor(picture, margin + 1);
  const cover = (x: number, y: number) => {
    grid.states[indexOf(grid, Math.round(x / CELL), Math.round(y / CELL))] = TAKEN;
  };
  for (let k = 0; k < picture.length; k += 2) cover(picture[k], picture[k + 1]);
  // The long lines of a large component cross its inside, which is closed anyway.
  for (const [a, b] of isLarge ? [] : edges) {
    const [dx, dy] = [picture[2 * b] - picture[2 * a], picture[2 * b + 1] - picture[2 * a + 1]];
    const steps = Math.ceil((2 * Math.hypot(dx, dy)) / CELL);
    for (let step = 1; step < steps; step++)
      cover(picture[2 * a] + (dx * step) / steps, picture[2 * a + 1] + (dy * step) / steps);
  }
  const cells = cellsWhere(grid, (state) => state === TAKEN);
  for (let k = 0; k < cells.length; k += 2)
    for (let dy = -margin; dy <= margin; dy++) {
      const at = indexOf(grid, cells[k] - margin, cells[k + 1] + dy);
      grid.states.fill(TAKEN, at, at + 2 * margin + 1);
    }
  floodOutside(grid);
  return { cells, reserved: cellsWhere(grid, (state) => state !== OUTSIDE) };
}

const indexOf = ({ left, top, width }: Grid, column: number, row: number): number =>
  (row - top) * width + column - left;

/** All free, with `margin` cells around those that the picture touches. */
function gridFor(picture: Float32Array, margin: number): Grid {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let k = 0; k < picture.length; k += 2) {
    const [column, row] = [Math.round(picture[k] / CELL), Math.round(picture[k + 1] / CELL)];
    left = Math.min(left, column - margin);
    right = Math.max(right, column + margin);
    top = Math.min(top, row - margin);
    bottom = Math.max(bottom, row + margin);
  }
  const width = right - left + 1;
  return { left, top, width, states: new Uint8Array(width * (bottom - top + 1)) };
}

function cellsWhere({ left, top, width, states }: Grid, isWanted: (state: number) => boolean): Cells {
  let count = 0;
  for (const state of states) if (isWanted(state)) count += 1;
  const cells = new Int32Array(2 * count);
  let at = 0;
  for (let cell = 0; cell < states.length; cell++) {
    if (!isWanted(states[cell])) continue;
    cells[at++] = (cell % width) + left;
    cells[at++] = Math.floor(cell / width) + top;
  }
  return cells;
}

/** Marks what can be reached from the first cell, which is free, without crossing the shape. */
function floodOutside({ width, states }: Grid): void {
  const queue = [0];
  states[0] = OUTSIDE;
  const visit = (cell: number) => {
    if (cell < 0 || cell >= states.length || states[cell] !== FREE) return;
    states[cell] = OUTSIDE;
    queue.push(cell);
  };
  for (let at = 0; at < queue.length; at++) {
    const cell = queue[at];
    const column = cell % width;
    visit(cell - width);
    visit(cell + width);
    if (column > 0) visit(cell - 1);
    if (column < width - 1) visit(cell + 1);
  }
}
