/**
 * UMAP's fuzzy simplicial set (McInnes, Healy, Melville 2018, section 3.1): how surely two rows belong together.
 *
 * Node-wise form, for neighbour j of row i at distance d_ij:
 *   p_ij = exp(-max(0, d_ij - rho_i) / sigma_i)      rho_i: distance of the nearest row that differs
 *   sigma_i such that sum_j p_ij = log2(k)
 * and made symmetric as a probabilistic union: w_ij = p_ij + p_ji - p_ij p_ji.
 */
import type { SparseMatrix } from '../../data/graph/graphData';
import type { NeighbourLists } from './nearest';

const TOLERANCE = 1e-5;
const MAX_HALVINGS = 64;
/** sigma is at least this share of the mean distance, lest a row belong to nobody. */
const MIN_SIGMA = 1e-3;

export interface SmoothDistances {
  readonly rho: Float64Array;
  readonly sigma: Float64Array;
}

/** rho and sigma of every row. The mean distance over all rows is taken once: umap-js takes it once per such row. */
export function smoothDistances({ numRows, k, distance }: NeighbourLists): SmoothDistances {
  const target = Math.log2(k);
  const rho = new Float64Array(numRows);
  const sigma = new Float64Array(numRows);
  let total = 0;
  for (const d of distance) total += d;
  const meanOfAll = total / Math.max(distance.length, 1);
  for (let i = 0; i < numRows; i++) {
    const row = distance.subarray(i * k, (i + 1) * k);
    let sum = 0;
    for (let j = k - 1; j >= 0; j--) {
      sum += row[j]!;
      if (row[j]! > 0) rho[i] = row[j]!;
    }
    const mean = rho[i]! > 0 ? sum / k : meanOfAll;
    sigma[i] = Math.max(findSigma(row, rho[i]!, target), MIN_SIGMA * mean);
  }
  return { rho, sigma };
}

function findSigma(distances: Float32Array, rho: number, target: number): number {
  let low = 0;
  let high = Infinity;
  let sigma = 1;
  for (let halving = 0; halving < MAX_HALVINGS; halving++) {
    let sum = 0;
    for (let j = 1; j < distances.length; j++) {
      const beyond = distances[j]! - rho;
      sum += beyond > 0 ? Math.exp(-beyond / sigma) : 1;
    }
    if (Math.abs(sum - target) < TOLERANCE) break;
    if (sum > target) high = sigma;
    else low = sigma;
    sigma = high === Infinity ? sigma * 2 : (low + high) / 2;
  }
  return sigma;
}

/**
 * @returns numRows x numRows, symmetric, no diagonal; entries above 0 alone, columns ascending
 */
export function fuzzySet(lists: NeighbourLists): SparseMatrix {
  const { numRows, k, index, distance } = lists;
  const { rho, sigma } = smoothDistances(lists);
  const strength = new Float64Array(index.length);
  for (let i = 0; i < numRows; i++)
    for (let e = i * k; e < (i + 1) * k; e++) {
      const beyond = distance[e]! - rho[i]!;
      if (index[e] !== i) strength[e] = beyond > 0 ? Math.exp(-beyond / sigma[i]!) : 1;
    }
  return union(lists, strength);
}

function union({ numRows, k, index }: NeighbourLists, strength: Float64Array): SparseMatrix {
  const incoming = reverse(index, numRows, k);
  const rowPtr = new Int32Array(numRows + 1);
  const colIndex = new Int32Array(2 * index.length);
  const values = new Float32Array(2 * index.length);
  const outward = new Float64Array(numRows);
  const inward = new Float64Array(numRows);
  let size = 0;
  for (let i = 0; i < numRows; i++) {
    const start = size;
    for (let e = i * k; e < (i + 1) * k; e++)
      if (strength[e]! > 0) {
        outward[index[e]!] = strength[e]!;
        colIndex[size++] = index[e]!;
      }
    for (let t = incoming.ptr[i]!; t < incoming.ptr[i + 1]!; t++) {
      const e = incoming.entry[t]!;
      const j = Math.floor(e / k);
      const inner = strength[e]!;
      if (inner === 0) continue;
      inward[j] = inner;
      if (outward[j] === 0) colIndex[size++] = j;
    }
    colIndex.subarray(start, size).sort();
    for (let at = start; at < size; at++) {
      const j = colIndex[at]!;
      values[at] = outward[j]! + inward[j]! - outward[j]! * inward[j]!;
      outward[j] = 0;
      inward[j] = 0;
    }
    rowPtr[i + 1] = size;
  }
  return {
    numRows,
    numCols: numRows,
    rowPtr,
    colIndex: colIndex.slice(0, size),
    values: values.slice(0, size),
  };
}

/** For every row, the positions in `index` where it is listed as somebody's neighbour. */
function reverse(index: Int32Array, numRows: number, k: number) {
  const ptr = new Int32Array(numRows + 1);
  for (const j of index) ptr[j + 1]!++;
  for (let j = 0; j < numRows; j++) ptr[j + 1]! += ptr[j]!;
  const next = ptr.slice(0, numRows);
  const entry = new Int32Array(numRows * k);
  for (let e = 0; e < index.length; e++) entry[next[index[e]!]!++] = e;
  return { ptr, entry };
}
