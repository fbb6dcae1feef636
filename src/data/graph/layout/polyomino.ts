/** The shape of a component's picture as cells of a grid: what it covers, and what others must leave free. */

export type Cell = readonly [column: number, row: number];

export interface Polyomino {
  readonly cells: readonly Cell[];
  /** The cells, those around them, and those they enclose. */
  readonly reserved: readonly Cell[];
}

/** Side of a grid cell, in units of the spacing of nodes. */
export const CELL = 0.7;
/** Cells kept free around a component of this many nodes or more, and around a smaller one. */
const LARGE = 200;
const MARGIN = { large: 2, small: 1 };

const oneBefore = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.min(a, b), Infinity) - 1;
const oneAfter = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.max(a, b), -Infinity) + 1;

/** `picture`: x, y per node, interleaved. `edges`: pairs of its nodes, so that nothing is laid across a line. */
export function polyomino(picture: Float32Array, edges: readonly (readonly [number, number])[]): Polyomino {
  const cells = new Map<string, Cell>();
  const cover = (x: number, y: number) => {
    const cell = [Math.round(x / CELL), Math.round(y / CELL)] as const;
    cells.set(cell.join(), cell);
  };
  const isLarge = picture.length / 2 >= LARGE;
  for (let k = 0; k < picture.length; k += 2) cover(picture[k], picture[k + 1]);
  // The long lines of a large component cross its inside, which is closed anyway.
  for (const [a, b] of isLarge ? [] : edges) {
    const [dx, dy] = [picture[2 * b] - picture[2 * a], picture[2 * b + 1] - picture[2 * a + 1]];
    const steps = Math.ceil((2 * Math.hypot(dx, dy)) / CELL);
    for (let step = 1; step < steps; step++)
      cover(picture[2 * a] + (dx * step) / steps, picture[2 * a + 1] + (dy * step) / steps);
  }
  const margin = isLarge ? MARGIN.large : MARGIN.small;
  const reserved = new Map(cells);
  for (const [column, row] of cells.values())
    for (let dx = -margin; dx <= margin; dx++)
      for (let dy = -margin; dy <= margin; dy++) {
        const cell = [column + dx, row + dy] as const;
        reserved.set(cell.join(), cell);
      }
  return { cells: [...cells.values()], reserved: withoutHoles([...reserved.values()]) };
}

/** Adds the cells that the shape encloses: what cannot be reached from outside without crossing it. */
function withoutHoles(cells: readonly Cell[]): readonly Cell[] {
  const columns = cells.map(([column]) => column);
  const rows = cells.map(([, row]) => row);
  const [left, top, width, height] = [
    oneBefore(columns),
    oneBefore(rows),
    oneAfter(columns) - oneBefore(columns) + 1,
    oneAfter(rows) - oneBefore(rows) + 1,
  ];
  const FREE = 0;
  const TAKEN = 1;
  const OUTSIDE = 2;
  const grid = new Uint8Array(width * height);
  for (const [column, row] of cells) grid[(row - top) * width + column - left] = TAKEN;
  const queue = [0];
  grid[0] = OUTSIDE;
  for (let at = 0; at < queue.length; at++) {
    const cell = queue[at];
    const column = cell % width;
    for (const next of [
      cell - width,
      cell + width,
      column > 0 ? cell - 1 : -1,
      column < width - 1 ? cell + 1 : -1,
    ]) {
      if (next < 0 || next >= grid.length || grid[next] !== FREE) continue;
      grid[next] = OUTSIDE;
      queue.push(next);
    }
  }
  const closed: Cell[] = [];
  for (const [cell, state] of grid.entries())
    if (state !== OUTSIDE) closed.push([(cell % width) + left, Math.floor(cell / width) + top]);
  return closed;
}
