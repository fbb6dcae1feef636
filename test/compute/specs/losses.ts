/** Decoders and losses with the numbers of PyTorch, forwards and backwards. */
import {
  mean,
  mul,
  reshape,
  scalar,
  tensor,
  tensor2d,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { DECODERS } from '../../../src/compute/decoders/decoders';
import type { DecoderId } from '../../../src/data/run/decoders';
import { pairTensor } from '../../../src/compute/decoders/pairTensor';
import {
  balancedWeights,
  classTargets,
  focal,
  multiClassHinge,
  oneVersusRest,
  weightedCrossEntropy,
  type ClassTargets,
} from '../../../src/compute/losses/classLosses';
import { binaryCrossEntropy, hinge, logistic, reconstruction } from '../../../src/compute/losses/pairLosses';
import { triplet } from '../../../src/compute/losses/triplet';
import { klDivergence, normalDraws, reparametrise } from '../../../src/compute/losses/variational';
import golden from '../../golden/losses.json';
import { expectClose, gradientsOf, leakOf, valuesOf } from './support';

interface Expected {
  readonly value: readonly number[];
  readonly gradients: readonly (readonly number[])[];
}

const { numNodes, width, hidden } = golden;
const matrix = (values: readonly number[], numCols: number): Tensor2D =>
  tensor2d(Float32Array.from(values), [values.length / numCols, numCols]);

/** A scalar f of these inputs, which are disposed of. */
async function expectLoss(
  f: (...inputs: Tensor[]) => Tensor,
  inputs: Tensor[],
  { value, gradients }: Expected,
) {
  const one = scalar(1);
  expectClose(await valuesOf(() => f(...inputs)), value);
  const got = await gradientsOf(() => f(...inputs), inputs, one);
  got.forEach((gradient, k) => expectClose(gradient, gradients[k]));
  for (const each of [...inputs, one]) each.dispose();
}

const PAIRS = {
  source: Int32Array.from(golden.pairs, ([source]) => source),
  target: Int32Array.from(golden.pairs, ([, target]) => target),
};
const ROLES = ['decoder weight', 'decoder bias', 'decoder output weight', 'decoder output bias'];
const NAMES: readonly DecoderId[] = ['dot', 'cosine', 'bilinear', 'mlp'];

async function expectDecoder(name: DecoderId): Promise<void> {
  const { weights, value, gradients } = golden.decoders[name];
  const { edges, pairOf } = pairTensor(numNodes, PAIRS);
  const shapes = DECODERS[name].parameters(width, hidden);
  const inputs: Tensor[] = [
    matrix(golden.z, width),
    ...weights.map((values, k) => tensor(values, [...shapes[k].shape], 'float32')),
  ];
  const scores = (z: Tensor, ...given: Tensor[]) =>
    DECODERS[name].scores(reshape(z, [numNodes, width]), edges, (role) => given[ROLES.indexOf(role)]);
  const dy = matrix(
    Array.from(pairOf, (k) => golden.dy[k]),
    1,
  );
  const run = () => scores(inputs[0], ...inputs.slice(1));
  expectClose(
    await valuesOf(run),
    Array.from(pairOf, (k) => value[k]),
  );
  const got = await gradientsOf(run, inputs, dy);
  got.forEach((gradient, k) => expectClose(gradient, gradients[k]));
  for (const each of [...inputs, dy]) each.dispose();
  edges.dispose();
}

const PAIR_LOSSES = [
  ['binaryCrossEntropy', binaryCrossEntropy],
  ['reconstruction', reconstruction],
  ['hinge', (p: Tensor, n: Tensor) => hinge(p, n, golden.margin)],
  ['logistic', logistic],
] as const;

const CLASS_LOSSES = [
  ['crossEntropy', weightedCrossEntropy],
  ['oneVersusRest', oneVersusRest],
  ['hinge', (logits: Tensor2D, targets: ClassTargets) => multiClassHinge(logits, targets)],
  ['focal', (logits: Tensor2D, targets: ClassTargets) => focal(logits, targets)],
  ['focal0', (logits: Tensor2D, targets: ClassTargets) => focal(logits, targets, 0)],
  ['focal1.5', (logits: Tensor2D, targets: ClassTargets) => focal(logits, targets, 1.5)],
] as const;

const vectors = () =>
  [golden.positives, golden.negatives].map((values) => tensor(values, undefined, 'float32'));

async function expectTriplet(): Promise<void> {
  const list = (partners: readonly number[]) => ({
    source: Int32Array.from(partners),
    target: Int32Array.from(golden.anchors),
  });
  const [linked, other] = [golden.partners, golden.others].map(
    (each) => pairTensor(numNodes, list(each)).edges,
  );
  const loss = (z: Tensor) => triplet(reshape(z, [numNodes, width]), linked, other, golden.margin);
  await expectLoss(loss, [matrix(golden.z, width)], golden.triplet);
  linked.dispose();
  other.dispose();
}

async function expectClassLoss(
  loss: (logits: Tensor2D, targets: ClassTargets) => Tensor,
  weights: readonly number[] | null,
  expected: Expected,
): Promise<void> {
  const targets = classTargets(Int32Array.from(golden.classes), golden.numClasses, weights);
  const logits = matrix(golden.logits, golden.numClasses);
  await expectLoss(
    (z) => loss(reshape(z, [logits.shape[0], golden.numClasses]), targets),
    [logits],
    expected,
  );
  targets.dispose();
}

export function lossesSpec(): void {
  describe('decoders', () => {
    it.each(NAMES)('%s scores pairs as torch does, with its gradients', (name) => expectDecoder(name));

    it('leave no tensor behind', async () => {
      for (const name of NAMES) expect(await leakOf(() => expectDecoder(name))).toBe(0);
    });
  });

  describe('losses of pairs', () => {
    it.each(PAIR_LOSSES)('%s is that of torch, with its gradients', (name, loss) =>
      expectLoss(loss, vectors(), golden.pairLosses[name]),
    );

    it('triplet is that of torch, with its gradients', expectTriplet);

    it('leave no tensor behind', async () => {
      expect(await leakOf(expectTriplet)).toBe(0);
      for (const [name, loss] of PAIR_LOSSES)
        expect(await leakOf(() => expectLoss(loss, vectors(), golden.pairLosses[name]))).toBe(0);
    });
  });

  describe('a variational auto-encoder', () => {
    const inputs = () => [matrix(golden.mu, 3), matrix(golden.logstd, 3)];
    const rows = (each: Tensor) => reshape<Tensor2D['rankType']>(each, [numNodes, 3]);

    it('has the divergence of PyTorch Geometric, with its gradients', () =>
      expectLoss((mu, logstd) => klDivergence(rows(mu), rows(logstd)), inputs(), golden.kl));

    it('draws its embedding as torch does, with its gradients', async () => {
      const noise = matrix(golden.noise, 3);
      await expectLoss(
        (mu, logstd) => mean(mul(reparametrise(rows(mu), rows(logstd), noise), noise)),
        inputs(),
        golden.sampled,
      );
      noise.dispose();
    });

    it('draws from a standard normal distribution, by seed and epoch', () => {
      const drawn = normalDraws(20_000, 1, 2);
      const average = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
      const variance = drawn.reduce((sum, value) => sum + value ** 2, 0) / drawn.length;
      expect(Math.abs(average)).toBeLessThan(0.03);
      expect(Math.abs(variance - 1)).toBeLessThan(0.04);
      expect(normalDraws(10, 1, 2)).toEqual(drawn.slice(0, 10));
      expect(normalDraws(10, 1, 3)).not.toEqual(drawn.slice(0, 10));
    });
  });

  describe('losses of classes', () => {
    it.each(CLASS_LOSSES)(
      '%s is that of torch, with its gradients, also with class weights',
      async (name, loss) => {
        await expectClassLoss(loss, null, golden.classLosses.even[name]);
        await expectClassLoss(loss, golden.classWeights, golden.classLosses.weighted[name]);
      },
    );

    it('leave no tensor behind', async () => {
      for (const [name, loss] of CLASS_LOSSES)
        expect(await leakOf(() => expectClassLoss(loss, null, golden.classLosses.even[name]))).toBe(0);
    });

    it('are 0 where no node has a class', async () => {
      const targets = classTargets(Int32Array.of(-1, -1), 2, null);
      for (const [, loss] of CLASS_LOSSES)
        expectClose(await valuesOf(() => loss(matrix([1, 2, 3, 4], 2), targets)), [0]);
      targets.dispose();
    });

    it('weigh classes evenly as scikit-learn does', () => {
      expect(balancedWeights(Int32Array.of(0, 0, 0, 1, -1), 3)).toEqual([4 / 9, 4 / 3, 0]);
    });
  });
}
