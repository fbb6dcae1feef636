import { describe, expect, it } from 'vitest';
import { pca } from '../../../src/compute/projection/pca';
import golden from '../../golden/projection.json';
import { clusteredRows, dense, finish, sparseRows, toSparse } from './points';

const expectClose = (got: ArrayLike<number>, expected: readonly number[], digits: number) => {
  expect(got.length).toBe(expected.length);
  expected.forEach((value, i) => expect(got[i]).toBeCloseTo(value, digits));
};

describe('principal components', () => {
  for (const name of ['narrow', 'wide', 'sparse'] as const)
    for (const form of [dense, (x: number[][]) => toSparse(dense(x))])
      it(`equals scikit-learn, signs included: ${name}, as a ${form === dense ? 'dense' : 'sparse'} matrix`, () => {
        const { x, positions, components, share } = golden.pca[name];
        const result = finish(pca(form(x)));
        expectClose(result.components, components.flat(), 4);
        expectClose(result.positions, positions.flat(), 3);
        expectClose(result.share, share, 5);
      });

  it('gives the same picture twice', () => {
    const rows = clusteredRows(200, 40, 5);
    expect(finish(pca(rows)).positions).toEqual(finish(pca(rows)).positions);
  });

  it('converges on a wide sparse matrix to directions that its own covariance keeps', () => {
    const rows = sparseRows(120, 200, 6);
    const { components } = finish(pca(toSparse(rows)));
    for (let c = 0; c < 2; c++) {
      const v = components.subarray(c * 200, (c + 1) * 200);
      const image = covarianceTimes(rows.values, 120, 200, v);
      const length = Math.hypot(...image);
      const cosine = image.reduce((sum, value, r) => sum + (value * v[r]!) / length, 0);
      expect(cosine).toBeGreaterThan(1 - 1e-6);
    }
  });

  it('puts a single column on a line', () => {
    const { positions } = finish(pca(dense([[1], [2], [6]])));
    expectClose(positions, [-2, 0, -1, 0, 3, 0], 6);
  });

  it('puts equal rows in one place and copes with a single row', () => {
    expect(
      finish(
        pca(
          dense([
            [2, 3],
            [2, 3],
          ]),
        ),
      ).positions.every((p) => p === 0),
    ).toBe(true);
    expect(finish(pca(dense([[2, 3]]))).positions).toEqual(new Float32Array(2));
  });
});

function covarianceTimes(values: Float32Array, n: number, d: number, v: Float64Array): Float64Array {
  const means = Float64Array.from({ length: d }, (_, c) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[i * d + c]!;
    return sum / n;
  });
  const out = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    let dot = 0;
    for (let c = 0; c < d; c++) dot += (values[i * d + c]! - means[c]!) * v[c]!;
    for (let c = 0; c < d; c++) out[c]! += dot * (values[i * d + c]! - means[c]!);
  }
  return out;
}
