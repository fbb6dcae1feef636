/**
 * Exact nearest rows of dense rows, and ranks among all rows. `rows` are numRows x (4 vectors), padded with zeros;
 * squared distances are float32 sums in a fixed order, so that the lists are the same on every machine.
 */

/** Squared distances from four rows to row j; a row's numbers are loaded once for four differences. */
@inline
function four(r0: usize, r1: usize, r2: usize, r3: usize, rj: usize, stride: usize): v128 {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let c: usize = 0; c < stride; c += 16) {
    const v = v128.load(rj + c);
    const d0 = f32x4.sub(v128.load(r0 + c), v);
    const d1 = f32x4.sub(v128.load(r1 + c), v);
    const d2 = f32x4.sub(v128.load(r2 + c), v);
    const d3 = f32x4.sub(v128.load(r3 + c), v);
    s0 = f32x4.add(s0, f32x4.mul(d0, d0));
    s1 = f32x4.add(s1, f32x4.mul(d1, d1));
    s2 = f32x4.add(s2, f32x4.mul(d2, d2));
    s3 = f32x4.add(s3, f32x4.mul(d3, d3));
  }
  // Four sums of four lanes, as a transpose: lane t of the result is the sum of st.
  const a = f32x4.add(v128.shuffle<f32>(s0, s1, 0, 4, 2, 6), v128.shuffle<f32>(s0, s1, 1, 5, 3, 7));
  const b = f32x4.add(v128.shuffle<f32>(s2, s3, 0, 4, 2, 6), v128.shuffle<f32>(s2, s3, 1, 5, 3, 7));
  return f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
}

/** Takes `candidate` into a list of k, sorted by (distance, arrival); the last entry says what is too far. */
function insert(squared: usize, index: usize, k: usize, candidate: i32, distance: f32): void {
  let at = (k - 1) << 2;
  while (at > 0) {
    const before = load<f32>(squared + at - 4);
    if (before <= distance) break;
    store<f32>(squared + at, before);
    store<i32>(index + at, load<i32>(index + at - 4));
    at -= 4;
  }
  store<f32>(squared + at, distance);
  store<i32>(index + at, candidate);
}

/**
 * The k nearest other rows of rows `from` up to `to` (not itself), into rows of `squared` and `index`, nearest first;
 * ties go to the lowest index. `squared` must be filled with Infinity. Rows up to a multiple of 4 are read.
 */
export function nearestRows(
  rows: usize,
  vectors: i32,
  numRows: i32,
  k: i32,
  from: i32,
  to: i32,
  squared: usize,
  index: usize,
): void {
  const stride = (<usize>vectors) << 4;
  const list = (<usize>k) << 2;
  for (let i = from; i < to; i += 4) {
    const last = min(i + 3, numRows - 1);
    const r0 = rows + <usize>i * stride;
    const r1 = rows + <usize>min(i + 1, last) * stride;
    const r2 = rows + <usize>min(i + 2, last) * stride;
    const r3 = rows + <usize>last * stride;
    const q0 = squared + <usize>i * list;
    const n0 = index + <usize>i * list;
    const end = list - 4;
    const numLists = min(4, to - i);
    let worst = f32x4.splat(Infinity);
    for (let j = 0; j < numRows; j++) {
      const distances = four(r0, r1, r2, r3, rows + <usize>j * stride, stride);
      const near = f32x4.lt(distances, worst);
      if (!v128.any_true(near)) continue;
      for (let t = 0; t < numLists; t++) {
        if (j == i + t) continue;
        const d =
          t == 0
            ? f32x4.extract_lane(distances, 0)
            : t == 1
              ? f32x4.extract_lane(distances, 1)
              : t == 2
                ? f32x4.extract_lane(distances, 2)
                : f32x4.extract_lane(distances, 3);
        const q = q0 + <usize>t * list;
        if (d < load<f32>(q + end)) insert(q, n0 + <usize>t * list, k, j, d);
      }
      worst = f32x4(
        load<f32>(q0 + end),
        numLists > 1 ? load<f32>(q0 + list + end) : -1,
        numLists > 2 ? load<f32>(q0 + 2 * list + end) : -1,
        numLists > 3 ? load<f32>(q0 + 3 * list + end) : -1,
      );
    }
  }
}

/**
 * For each of `count` rows in `others`: its place by distance from `row`, from 1, into `ranks`; ties go to the lowest
 * index. `distances` is room for numRows numbers, rounded up to a multiple of 4.
 */
export function ranksFrom(
  rows: usize,
  vectors: i32,
  numRows: i32,
  row: i32,
  others: usize,
  count: i32,
  ranks: usize,
  distances: usize,
): void {
  const stride = (<usize>vectors) << 4;
  const own = rows + <usize>row * stride;
  const whole = numRows & ~3;
  for (let j = 0; j < whole; j += 4) {
    const r = rows + <usize>j * stride;
    v128.store(
      distances + ((<usize>j) << 2),
      four(r, r + stride, r + 2 * stride, r + 3 * stride, own, stride),
    );
  }
  const lastRow = rows + <usize>(numRows - 1) * stride;
  for (let j = whole; j < whole + 4; j++) {
    const r = min(rows + <usize>j * stride, lastRow);
    const d = f32x4.extract_lane(four(r, r, r, r, own, stride), 0);
    store<f32>(distances + ((<usize>j) << 2), j < numRows ? d : Infinity);
  }
  store<f32>(distances + ((<usize>row) << 2), Infinity);
  const end = distances + ((<usize>whole + 4) << 2);
  for (let t = 0; t < count; t++) {
    const other = load<i32>(others + ((<usize>t) << 2));
    const distance = load<f32>(distances + ((<usize>other) << 2));
    const own4 = f32x4.splat(distance);
    // Four at a time: rows as near count below `other`, only nearer ones above it.
    const middle = distances + ((<usize>(other & ~3)) << 2);
    let nearer = i32x4.splat(0);
    for (let at = distances; at < middle; at += 16)
      nearer = i32x4.sub(nearer, f32x4.le(v128.load(at), own4));
    for (let at = middle; at < end; at += 16) nearer = i32x4.sub(nearer, f32x4.lt(v128.load(at), own4));
    let sum =
      i32x4.extract_lane(nearer, 0) +
      i32x4.extract_lane(nearer, 1) +
      i32x4.extract_lane(nearer, 2) +
      i32x4.extract_lane(nearer, 3);
    for (let j = other & ~3; j < other; j++)
      if (load<f32>(distances + ((<usize>j) << 2)) == distance) sum++;
    store<i32>(ranks + ((<usize>t) << 2), sum + 1);
  }
}
