/**
 * Matrix factorisation: H¹ = U sqrt(S) of the truncated singular value decomposition A + A^2 = U S V^T, so that the dot
 * product of two rows says how well two nodes are joined by one or two steps (Ahmed et al., WWW 2013; Cao, Lu, Xu, CIKM
 * 2015, with more steps); Z is what the task's probe reads from it. For a directed graph, H¹
 * is about incoming edges.
 *
 * An epoch is one power iteration from a random basis. Its loss is the share of A + A^2 that is not yet explained,
 * 1 - sum of the squared singular values / ||A + A^2||_F^2.
 */
import { randomKey, uniform } from '../../data/base/random';
import { fail } from '../../data/base/errors';
import type { GraphData } from '../../data/graph/graphData';
import type { FactorisationSpec } from '../../data/run/methods/factorisation';
import type { RunSpec } from '../../data/run/runSpec';
import type { Keyframe } from '../../data/run/records';
import { openTask } from '../tasks/tasks';
import type { Trainer } from '../train/trainer';
import { shallowTrainer, stateFrom, type MethodState } from './shallowTrainer';
import { EMBED_STREAM } from './streams';
import { orthonormalise, powerIteration, rayleighRitz, type Columns, type Singular } from './subspace';
import { twoStep } from './twoStep';

/** Columns iterated beyond those that are wanted: they make the last wanted ones converge. */
const SPARE = 8;

function finish<T>(generator: Generator<unknown, T>): T {
  for (;;) {
    const next = generator.next();
    if (next.done) return next.value;
  }
}

/** Yields the share of `steps` that has been made. */
function* sharesOf<T>(generator: Generator<unknown, T>, steps: number): Generator<number, T> {
  for (let made = 1; ; made++) {
    const next = generator.next();
    if (next.done) return next.value;
    yield made / steps;
  }
}

/**
 * The basis is the run's state, kept in single precision between epochs so that a keyframe holds all of it.
 *
 * @throws PlaygroundError for a dimension below 1
 */
export function createFactorisation(
  run: RunSpec,
  { dimension }: FactorisationSpec,
  graph: GraphData,
  from: Keyframe | null = null,
  loaded: GraphData = graph,
): Trainer {
  if (!(dimension >= 1)) throw fail('factorisation', `expected a dimension of 1 or more, got ${dimension}`);
  const { numNodes } = graph;
  const task = openTask(run, graph, loaded);
  const operator = twoStep(task.messages.training);
  const width = Math.min(dimension + SPARE, numNodes);
  const key = randomKey(run.seed, EMBED_STREAM.subspace, 0);
  const nothing = new Float32Array(0);

  const columnsOf = (weights: Float32Array): Columns =>
    Array.from({ length: width }, (_, c) =>
      Float64Array.from(weights.subarray(c * numNodes, (c + 1) * numNodes)),
    );
  const stateOf = (columns: Columns): MethodState => {
    const weights = new Float32Array(width * numNodes);
    columns.forEach((column, c) => weights.set(column, c * numNodes));
    return { weights, firstMoment: nothing, secondMoment: nothing };
  };
  const random = Array.from({ length: width }, (_, c) =>
    Float64Array.from({ length: numNodes }, (__, i) => uniform(key, c * numNodes + i) - 0.5),
  );
  finish(orthonormalise(random));

  let state = stateFrom(stateOf(random), from);
  let analysed: { weights: Float32Array; singular: Singular } | null = null;

  function* analyse({ weights }: MethodState): Generator<void, Singular> {
    if (analysed?.weights === weights) return analysed.singular;
    const singular = yield* rayleighRitz(operator, columnsOf(weights));
    analysed = { weights, singular };
    return singular;
  }

  const unexplained = ({ values }: Singular): number => {
    const explained = values.subarray(0, dimension).reduce((sum, value) => sum + value * value, 0);
    return operator.squaredNorm > 0 ? Math.max(0, 1 - explained / operator.squaredNorm) : 0;
  };

  const embeddingOf = ({ values, vectors }: Singular): Float32Array => {
    const embedding = new Float32Array(numNodes * dimension);
    vectors.slice(0, dimension).forEach((vector, c) => {
      const scale = Math.sqrt(values[c]);
      for (let node = 0; node < numNodes; node++) embedding[node * dimension + c] = scale * vector[node];
    });
    return embedding;
  };

  function* iteration(): Generator<void, number> {
    state = stateOf(yield* powerIteration(operator, columnsOf(state.weights)));
    return unexplained(yield* analyse(state));
  }

  return shallowTrainer(
    run,
    graph,
    task,
    {
      dimension,
      // Columns are multiplied, made orthonormal, multiplied again and turned, with the eigenvalues in between.
      run: () => sharesOf(iteration(), 4 * width + 1),
      lossBefore: (_epoch, given) => unexplained(finish(analyse(given))),
      state: () => state,
      outputs: (given) => embeddingOf(finish(analyse(given))),
    },
    from,
  );
}
