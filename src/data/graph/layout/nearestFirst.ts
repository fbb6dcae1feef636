/** The cells of a square grid from its middle outwards. */

/**
 * Cells of a grid of (2 half + 1)^2, row by row from (-half, -half), by x^4 + y^4, equal ones by their index: rings that
 * are nearly square, as the frame is. Only the distinct pairs |x| <= |y| are sorted, an eighth of the cells.
 */
export function nearestFirst(half: number): Int32Array {
  const side = 2 * half + 1;
  const pairs: { readonly a: number; readonly b: number; readonly reach: number }[] = [];
  for (let b = 0; b <= half; b++) for (let a = 0; a <= b; a++) pairs.push({ a, b, reach: a ** 4 + b ** 4 });
  pairs.sort((one, other) => one.reach - other.reach);
  const cells = new Int32Array(side * side);
  let count = 0;
  for (let from = 0; from < pairs.length;) {
    const { reach } = pairs[from];
    const first = count;
    let to = from;
    // Other pairs may lie equally far: 59^4 + 158^4 = 133^4 + 134^4.
    for (; to < pairs.length && pairs[to].reach === reach; to++)
      for (const cell of mirrored(pairs[to].a, pairs[to].b, half)) cells[count++] = cell;
    cells.subarray(first, count).sort();
    from = to;
  }
  return cells;
}

/** The cells at (±a, ±b) and (±b, ±a), each once. */
function mirrored(a: number, b: number, half: number): Set<number> {
  const side = 2 * half + 1;
  const found = new Set<number>();
  for (const [x, y] of [
    [a, b],
    [b, a],
  ])
    for (const column of [x, -x]) for (const row of [y, -y]) found.add((row + half) * side + column + half);
  return found;
}
