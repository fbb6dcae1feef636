/**
 * Where a node is in its graph: the first eigenvectors of the symmetric normalised Laplacian L = I - D^-1/2 A D^-1/2.
 * Dwivedi et al., Benchmarking Graph Neural Networks, JMLR 2023, 4.1.
 */
import { randomKey, STREAM, uniform } from '../base/random';
import { connectedComponents } from './components';
import type { DenseMatrix, EdgeIndex } from './graphData';
import { bothWays, mergeEdges } from './mergeEdges';
import { rowPointers } from './sparse';
import { symmetricEigen } from './symmetricEigen';

/** Of |L v - lambda v|, where eigenvalues are between 0 and 2. */
const TOLERANCE = 1e-8;
/** Multiplications before it ends as it is, some 15 seconds: long paths have eigenvalues too close to one another. */
const MAX_WORK = 5e9;
const MAX_DEGREE = 100;
/** How much the wanted vectors may outgrow the others between two orthonormalisations. */
const MAX_GROWTH = 1e7;

export interface Eigenvectors {
  /** Of the Laplacian, ascending, all above 0. */
  readonly values: Float64Array;
  /** numNodes x values.length, row-major: unit columns, the largest entry of each positive. */
  readonly vectors: Float64Array;
}

/** D^-1/2 A D^-1/2 in CSR, of the graph without directions, and a basis of what it leaves as it is. */
interface Walk {
  readonly numNodes: number;
  readonly rowPtr: Int32Array;
  readonly colIndex: Int32Array;
  readonly values: Float64Array;
  /** Component of each node; -1 where it has no edge. */
  readonly component: Int32Array;
  readonly numComponents: number;
  /** D^1/2 by component, unit vectors: the eigenvectors of L's eigenvalue 0. */
  readonly kernel: Float64Array;
  readonly numActive: number;
}

/**
 * The `size` eigenvectors of the smallest eigenvalues above 0, or as many as there are. The eigenvalue 0 is left out
 * as often as it comes, once per component: its vectors say no more than the component and the degree. Nodes without
 * edges have zeros. Of an edge with directions both count, weights added up.
 *
 * By Chebyshev-filtered subspace iteration (Zhou, Saad, Tiago, Chelikowsky, Phys. Rev. E 74, 2006), which finds equal
 * eigenvalues as often as they are there. Started by `seed`; the same arguments give the same vectors. Where eigenvalues
 * are equal, any rotation of their vectors would do as well.
 */
export function laplacianEigenvectors(
  numNodes: number,
  edgeIndex: EdgeIndex,
  edgeWeight: Float32Array | null,
  size: number,
  seed: number,
): Eigenvectors {
  const walk = walkOf(numNodes, edgeIndex, edgeWeight);
  const dimension = walk.numActive - walk.numComponents;
  const wanted = Math.min(size, dimension);
  const width = Math.min(dimension, 2 * wanted + 8);
  if (wanted <= 0) return { values: new Float64Array(0), vectors: new Float64Array(0) };
  const key = randomKey(seed, STREAM.layout, 1);
  let basis: Float64Array = Float64Array.from({ length: numNodes * width }, (_, k) =>
    walk.component[Math.floor(k / width)] < 0 ? 0 : uniform(key, k) - 0.5,
  );
  for (let work = 0; ;) {
    orthonormalise(walk, basis, width);
    const { values, vectors, residual } = rayleighRitz(walk, basis, width, wanted);
    if (residual < TOLERANCE || work > MAX_WORK) return finished(walk, values, vectors, width, wanted);
    const degree = degreeFor(values[width - 1], values[0]);
    basis = filtered(walk, vectors, width, values[width - 1], degree);
    work += width * (degree * walk.colIndex.length + 5 * width * numNodes);
  }
}

/**
 * The same as features: times the square root of the number of nodes, so that a column's mean square is 1, as that of
 * a scaled column of numbers.
 */
export function positionalFeatures(
  numNodes: number,
  edgeIndex: EdgeIndex,
  edgeWeight: Float32Array | null,
  size: number,
  seed: number,
): DenseMatrix {
  const { values, vectors } = laplacianEigenvectors(numNodes, edgeIndex, edgeWeight, size, seed);
  const scale = Math.sqrt(numNodes);
  return { numRows: numNodes, numCols: values.length, values: Float32Array.from(vectors, (x) => x * scale) };
}

function walkOf(numNodes: number, edgeIndex: EdgeIndex, edgeWeight: Float32Array | null): Walk {
  const weight = edgeWeight
    ? Float64Array.from(edgeWeight)
    : new Float64Array(edgeIndex.source.length).fill(1);
  const both = mergeEdges(numNodes, bothWays({ ...edgeIndex, weight }), 'sum');
  const weights = both.weight ?? new Float64Array(both.source.length).fill(1);
  const degree = new Float64Array(numNodes);
  both.target.forEach((node, e) => (degree[node] += weights[e]));
  const values = weights.map((w, e) => w / Math.sqrt(degree[both.source[e]] * degree[both.target[e]]));
  const component = new Int32Array(numNodes).fill(-1);
  const kernel = new Float64Array(numNodes);
  const components = connectedComponents(numNodes, both).filter((nodes) => nodes.length > 1);
  components.forEach((nodes, c) => {
    const norm = Math.sqrt(nodes.reduce((sum, node) => sum + degree[node], 0));
    for (const node of nodes) [component[node], kernel[node]] = [c, Math.sqrt(degree[node]) / norm];
  });
  return {
    numNodes,
    rowPtr: rowPointers(numNodes, both.target),
    colIndex: both.source,
    values,
    component,
    numComponents: components.length,
    kernel,
    numActive: components.reduce((sum, nodes) => sum + nodes.length, 0),
  };
}

/** output = N input, for blocks of numNodes x width. */
function multiply(
  { numNodes, rowPtr, colIndex, values }: Walk,
  input: Float64Array,
  width: number,
  output: Float64Array = new Float64Array(numNodes * width),
): Float64Array {
  output.fill(0);
  for (let row = 0; row < numNodes; row++) {
    const at = row * width;
    for (let k = rowPtr[row]; k < rowPtr[row + 1]; k++) {
      const from = colIndex[k] * width;
      const value = values[k];
      for (let c = 0; c < width; c++) output[at + c] += value * input[from + c];
    }
  }
  return output;
}

/** In place: takes the kernel out of every column, then Gram and Schmidt's way, twice for the sake of rounding. */
function orthonormalise(walk: Walk, block: Float64Array, width: number): void {
  for (let pass = 0; pass < 2; pass++) {
    withoutKernel(walk, block, width);
    for (let c = 0; c < width; c++) {
      const norm = Math.sqrt(product(block, width, c, c)) || 1;
      for (let k = c; k < block.length; k += width) block[k] /= norm;
      // All later columns in one pass over the block.
      const overlap = new Float64Array(width);
      for (let row = 0; row < block.length; row += width)
        for (let d = c + 1; d < width; d++) overlap[d] += block[row + c] * block[row + d];
      for (let row = 0; row < block.length; row += width)
        for (let d = c + 1; d < width; d++) block[row + d] -= overlap[d] * block[row + c];
    }
  }
}

function withoutKernel(
  { numNodes, component, numComponents, kernel }: Walk,
  block: Float64Array,
  width: number,
): void {
  const overlap = new Float64Array(numComponents * width);
  for (let node = 0; node < numNodes; node++)
    for (let c = 0; c < width && component[node] >= 0; c++)
      overlap[component[node] * width + c] += kernel[node] * block[node * width + c];
  for (let node = 0; node < numNodes; node++)
    for (let c = 0; c < width && component[node] >= 0; c++)
      block[node * width + c] -= kernel[node] * overlap[component[node] * width + c];
}

function product(block: Float64Array, width: number, a: number, b: number): number {
  let sum = 0;
  for (let row = 0; row < block.length; row += width) sum += block[row + a] * block[row + b];
  return sum;
}

/** The best eigenvectors within the span of the basis, and by how much the wanted ones miss: max |N v - theta v|. */
function rayleighRitz(walk: Walk, basis: Float64Array, width: number, wanted: number) {
  const image = multiply(walk, basis, width);
  const inside = new Float64Array(width * width);
  for (let row = 0; row < basis.length; row += width)
    for (let a = 0; a < width; a++)
      for (let b = 0; b < width; b++) inside[a * width + b] += basis[row + a] * image[row + b];
  for (let a = 0; a < width; a++)
    for (let b = 0; b < a; b++)
      inside[a * width + b] = inside[b * width + a] = (inside[a * width + b] + inside[b * width + a]) / 2;
  const { values, vectors: turn } = symmetricEigen(inside, width);
  const [vectors, images] = [turned(basis, turn, width), turned(image, turn, width)];
  const misses = new Float64Array(wanted);
  for (let row = 0; row < vectors.length; row += width)
    for (let c = 0; c < wanted; c++) misses[c] += (images[row + c] - values[c] * vectors[row + c]) ** 2;
  return { values, vectors, residual: Math.sqrt(misses.reduce((max, each) => Math.max(max, each), 0)) };
}

/** Columns combined: new column c is the sum over d of turn[c, d] times column d. */
function turned(block: Float64Array, turn: Float64Array, width: number): Float64Array {
  const result = new Float64Array(block.length);
  for (let row = 0; row < block.length; row += width)
    for (let c = 0; c < width; c++) {
      let sum = 0;
      for (let d = 0; d < width; d++) sum += turn[c * width + d] * block[row + d];
      result[row + c] = sum;
    }
  return result;
}

/** [-1, cut] as its centre and half its width. */
function damped(cut: number): readonly [number, number] {
  const high = Math.max(cut, -1 + 1e-3);
  return [(high - 1) / 2, (high + 1) / 2];
}

/** As high as the growth of the largest eigenvalue's vector allows. */
function degreeFor(cut: number, largest: number): number {
  const [centre, half] = damped(cut);
  const growth = Math.acosh(Math.max(1 + 1e-12, (largest - centre) / half));
  return Math.max(2, Math.min(MAX_DEGREE, Math.floor(Math.acosh(MAX_GROWTH) / growth)));
}

/** A Chebyshev polynomial of N that is small on [-1, cut] and grows beyond it. */
function filtered(walk: Walk, block: Float64Array, width: number, cut: number, degree: number): Float64Array {
  const [centre, half] = damped(cut);
  let before = block;
  let now = multiply(walk, block, width);
  for (let k = 0; k < now.length; k++) now[k] = (now[k] - centre * block[k]) / half;
  let spare: Float64Array = new Float64Array(block.length);
  for (let step = 2; step <= degree; step++) {
    const next = multiply(walk, now, width, spare);
    for (let k = 0; k < next.length; k++) next[k] = (2 * (next[k] - centre * now[k])) / half - before[k];
    spare = step === 2 ? new Float64Array(block.length) : before;
    [before, now] = [now, next];
  }
  return now;
}

function finished(
  { numNodes }: Walk,
  values: Float64Array,
  block: Float64Array,
  width: number,
  wanted: number,
): Eigenvectors {
  const vectors = new Float64Array(numNodes * wanted);
  for (let c = 0; c < wanted; c++) {
    let largest = 0;
    // Entries that differ by rounding only are equally large: the first of them has the sign.
    for (let k = c; k < block.length; k += width)
      if (Math.abs(block[k]) > Math.abs(largest) * (1 + 1e-6)) largest = block[k];
    const sign = largest < 0 ? -1 : 1;
    for (let node = 0; node < numNodes; node++) vectors[node * wanted + c] = sign * block[node * width + c];
  }
  return { values: values.slice(0, wanted).map((value) => 1 - value), vectors };
}
