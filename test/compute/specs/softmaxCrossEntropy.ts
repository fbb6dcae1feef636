import { scalar, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { softmaxCrossEntropy } from '../../../src/compute/kernels/softmaxCrossEntropy/gradient';
import { expectClose, gradientsOf, leakOf, noise, valuesOf } from './support';

interface Case {
  readonly logits: Float32Array;
  readonly classes: Int32Array;
  readonly numClasses: number;
}

/** Loss and gradient in double precision. */
function plain({ logits, classes, numClasses }: Case): { loss: number; gradient: Float64Array } {
  const gradient = new Float64Array(logits.length);
  const count = classes.filter((label) => label >= 0).length;
  let loss = 0;
  classes.forEach((label, row) => {
    if (label < 0) return;
    const z = Array.from(logits.subarray(row * numClasses, (row + 1) * numClasses));
    const top = Math.max(...z);
    const sum = z.reduce((total, value) => total + Math.exp(value - top), 0);
    loss += (Math.log(sum) - (z[label] - top)) / count;
    z.forEach((value, c) => {
      gradient[row * numClasses + c] = (Math.exp(value - top) / sum - (c === label ? 1 : 0)) / count;
    });
  });
  return { loss, gradient };
}

const randomCase = (numRows: number, numClasses: number, spread: number): Case => ({
  logits: noise(numRows * numClasses, numClasses).map((value) => value * spread),
  classes: Int32Array.from({ length: numRows }, (_, i) => (i % 3 === 0 ? -1 : (i * 7) % numClasses)),
  numClasses,
});

async function onBackend({ logits, classes, numClasses }: Case) {
  const z = tensor2d(logits, [classes.length, numClasses]);
  const labels = tensor1d(classes, 'int32');
  const one = scalar(1);
  const count = classes.filter((label) => label >= 0).length;
  const [loss] = await valuesOf(() => softmaxCrossEntropy(z, labels, count));
  const [gradient] = await gradientsOf(() => softmaxCrossEntropy(z, labels, count), [z], one);
  for (const tensor of [z, labels, one]) tensor.dispose();
  return { loss, gradient };
}

export function softmaxCrossEntropySpec(): void {
  describe('softmaxCrossEntropy', () => {
    it('is log 2 for two equal logits, and ignores rows without a class', async () => {
      const { loss, gradient } = await onBackend({
        logits: Float32Array.of(0, 0, 5, -5),
        classes: Int32Array.of(0, -1),
        numClasses: 2,
      });
      expectClose([loss], [Math.LN2]);
      expectClose(gradient, [-0.5, 0.5, 0, 0]);
    });

    it.each([2, 3, 4, 7, 40])(
      'equals the plain formula and its gradient for %i classes',
      async (numClasses) => {
        const given = randomCase(31, numClasses, 6);
        const expected = plain(given);
        const got = await onBackend(given);
        expectClose([got.loss], [expected.loss]);
        expectClose(got.gradient, expected.gradient);
      },
    );

    it('sums over more rows than a GPU has threads in a group', async () => {
      const given = randomCase(1000, 3, 2);
      expectClose([(await onBackend(given)).loss], [plain(given).loss]);
    });

    it('stays finite for logits that would overflow', async () => {
      const given = { logits: Float32Array.of(500, -500), classes: Int32Array.of(1), numClasses: 2 };
      const { loss, gradient } = await onBackend(given);
      expectClose([loss], [1000]);
      expectClose(gradient, [1, -1]);
    });

    it('is zero where no row has a class', async () => {
      const given = { logits: noise(6, 1), classes: Int32Array.of(-1, -1), numClasses: 3 };
      const { loss, gradient } = await onBackend(given);
      expectClose([loss], [0]);
      expectClose(gradient, new Float32Array(6));
    });

    it('leaves no tensor behind', async () => {
      expect(await leakOf(() => onBackend(randomCase(5, 3, 1)))).toBe(0);
    });
  });
}
