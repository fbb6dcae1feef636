/**
 * What a variational auto-encoder adds: the embedding is drawn around mu with deviation e^logstd, and a penalty keeps
 * both near a standard normal distribution. Kipf and Welling, Variational graph auto-encoders, 2016; logstd is at
 * most 10, as in PyTorch Geometric (torch_geometric/nn/models/autoencoder.py).
 *
 * mu, logstd: numNodes x width.
 */
import {
  add,
  cast,
  exp,
  lessEqual,
  minimum,
  mul,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { randomKey, STREAM, uniform } from '../../data/base/random';
import { differentiable } from '../kernels/differentiable';

export const MOST_LOGSTD = 10;

const bounded = (logstd: Tensor): Tensor => minimum(logstd, MOST_LOGSTD);
/** 1 where the bound does not hold a value back, 0 elsewhere. */
const isFree = (logstd: Tensor): Tensor => cast(lessEqual(logstd, MOST_LOGSTD), 'float32');

/**
 * KL divergence, the mean over nodes of -1/2 sum_d (1 + 2 logstd - mu^2 - e^(2 logstd)). The loss takes 1 / numNodes
 * of it beside the reconstruction.
 */
export function klDivergence(mu: Tensor2D, logstd: Tensor2D): Tensor {
  const [numNodes] = mu.shape;
  return differentiable(
    [mu, logstd],
    () => {
      const l = mul(bounded(logstd), 2);
      const value = mul(sum(sub(sub(add(l, 1), square(mu)), exp(l))), -0.5 / numNodes);
      return { value, saved: [mu, logstd] };
    },
    (dy, [m, l]) => {
      const share = mul(dy, 1 / numNodes);
      return [mul(share, m), mul(mul(share, sub(exp(mul(bounded(l), 2)), 1)), isFree(l))];
    },
  );
}

/** z = mu + noise e^logstd. */
export function reparametrise(mu: Tensor2D, logstd: Tensor2D, noise: Tensor2D): Tensor2D {
  return differentiable(
    [mu, logstd],
    () => ({ value: add<Tensor2D>(mu, mul(noise, exp(bounded(logstd)))), saved: [logstd, noise] }),
    (dy, [l, drawn]) => [mul(dy, 1), mul(mul(mul(dy, drawn), exp(bounded(l))), isFree(l))],
  );
}

/** Standard normal draws of an epoch (Box and Muller): a function of seed, epoch and place. */
export function normalDraws(size: number, seed: number, epoch: number): Float32Array {
  const key = randomKey(seed, STREAM.latent, epoch);
  return Float32Array.from(
    { length: size },
    (_, i) =>
      Math.sqrt(-2 * Math.log(1 - uniform(key, 2 * i))) * Math.cos(2 * Math.PI * uniform(key, 2 * i + 1)),
  );
}
