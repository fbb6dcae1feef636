import { describe, expect, it } from 'vitest';
import { minimise } from '../../../src/compute/embed/lbfgs';
import { classScores, fitLogisticRegression } from '../../../src/compute/embed/logisticRegression';
import golden from '../../golden/embeddings.json';

describe('logistic regression', () => {
  for (const given of golden.logisticRegression)
    it(`agrees with scikit-learn: ${given.numCols} columns, ${given.numClasses} classes, C = ${given.c}`, () => {
      const { numCols, numClasses } = given;
      const y = Int32Array.from(given.y);
      const x = { numRows: y.length, numCols, values: Float32Array.from(given.x) };
      const nodes = Int32Array.from(y.keys());
      const fit = fitLogisticRegression(x, y, nodes, numClasses, given.c);
      given.weights.forEach((weight, i) => expect(Math.abs(fit.weights[i] - weight)).toBeLessThan(1e-4));
      given.bias.forEach((bias, i) => expect(Math.abs(fit.bias[i] - bias)).toBeLessThan(1e-4));
      const logits = classScores(fit, x);
      given.logits.forEach((logit, i) => expect(Math.abs(logits[i] - logit)).toBeLessThan(1e-3));
    });

  it('learns from the nodes it is given, and from those of them that have a class', () => {
    const x = { numRows: 4, numCols: 1, values: Float32Array.of(-1, 1, 50, -50) };
    const fit = fitLogisticRegression(x, Int32Array.of(0, 1, -1, 1), Int32Array.of(0, 1, 2), 2);
    const alone = fitLogisticRegression(
      { numRows: 2, numCols: 1, values: Float32Array.of(-1, 1) },
      Int32Array.of(0, 1),
      Int32Array.of(0, 1),
      2,
    );
    expect(fit).toEqual(alone);
    expect(fit.weights[1]).toBeGreaterThan(0.1);
  });

  it('says nothing where there is nothing to learn from', () => {
    const x = { numRows: 1, numCols: 2, values: Float32Array.of(3, 4) };
    const fit = fitLogisticRegression(x, Int32Array.of(0), new Int32Array(0), 3);
    expect([...classScores(fit, x)]).toEqual([0, 0, 0]);
  });
});

describe('L-BFGS', () => {
  it('finds the minimum of a badly scaled quadratic to its tolerance', () => {
    const scales = [1, 10, 100, 1000, 10_000];
    const found = minimise(
      (at, gradient) => {
        scales.forEach((scale, i) => (gradient[i] = scale * (at[i] - i)));
        return scales.reduce((sum, scale, i) => sum + 0.5 * scale * (at[i] - i) ** 2, 0);
      },
      new Float64Array(5),
      { tolerance: 1e-8, maxIterations: 200 },
    );
    found.forEach((value, i) => expect(Math.abs(value - i)).toBeLessThan(1e-7));
  });
});
