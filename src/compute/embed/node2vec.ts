/**
 * Node2Vec (Grover and Leskovec, KDD 2016; with p = q = 1 DeepWalk) as a model: H¹ is the embedding, learned from the
 * edges alone by skip-gram over random walks; Z is what the task's probe reads from it.
 *
 * The loss of an epoch is that of skip-gram; the loss on validation nodes is the cross-entropy of Z, and another
 * quantity. Labels never reach the embedding, features nothing at all.
 */
import { randomKey, uniform } from '../../data/base/random';
import type { GraphData } from '../../data/graph/graphData';
import type { Node2VecSpec } from '../../data/run/methods/node2vec';
import type { RunSpec } from '../../data/run/runSpec';
import type { Keyframe } from '../../data/run/records';
import { openTask } from '../tasks/tasks';
import type { Trainer } from '../train/trainer';
import { shallowTrainer, stateFrom, type MethodState } from './shallowTrainer';
import { checkSkipGram, negativeWalks, nodeOrder, pairsPerWalk, skipGramEpoch } from './skipGram';
import { EMBED_STREAM } from './streams';
import { plainTable } from './tablePlain';
import { wasmTable } from './tableWasm';
import { walkGraph } from './walkGraph';
import { sampleWalks } from './walks';

/**
 * Standard deviation of the first embedding. From 1, PyTorch's own, the embedding first has to forget where it
 * started: on Cora it takes 40 epochs to what from .01 takes one.
 */
const FIRST_DEVIATION = 0.01;
/** Nodes whose walks tell the loss before the first step. */
const SAMPLE_NODES = 64;

function normals(count: number, seed: number): Float32Array {
  const key = randomKey(seed, EMBED_STREAM.init, 0);
  return Float32Array.from(
    { length: count },
    (_, i) =>
      FIRST_DEVIATION *
      Math.sqrt(-2 * Math.log(1 - uniform(key, 2 * i))) *
      Math.cos(2 * Math.PI * uniform(key, 2 * i + 1)),
  );
}

/**
 * @param kernels compute/wasm's module, compiled; null works without, seven times slower
 * @throws PlaygroundError for a context longer than the walk, p or q not above 0, negative edge weights
 */
export function createNode2Vec(
  run: RunSpec,
  settings: Node2VecSpec,
  graph: GraphData,
  kernels: WebAssembly.Module | null,
  from: Keyframe | null = null,
  loaded: GraphData = graph,
): Trainer {
  checkSkipGram(settings);
  const { seed } = run;
  const { numNodes } = graph;
  const { dimension } = settings;
  const task = openTask(run, graph, loaded);
  const walker = walkGraph(task.messages.training);
  const size = numNodes * dimension;
  const initial: MethodState = {
    weights: normals(size, seed),
    firstMoment: new Float32Array(size),
    secondMoment: new Float32Array(size),
  };
  const shape = { ...settings, numNodes };
  const start = stateFrom(initial, from);
  const table = kernels ? wasmTable(kernels, shape, start) : plainTable(shape, start);

  const lossBefore = (epoch: number, state: MethodState): number => {
    const nodes = nodeOrder(numNodes, seed, epoch).subarray(0, SAMPLE_NODES);
    const sample = plainTable(shape, state);
    const meanLoss = (walks: Int32Array, isNegative: boolean) =>
      sample.addWalks(walks, isNegative, 0) /
      Math.max(1, (walks.length / settings.walkLength) * pairsPerWalk(settings));
    const key = (stream: number) => randomKey(seed, stream, epoch);
    return (
      meanLoss(sampleWalks(walker, settings, key(EMBED_STREAM.walk), nodes), false) +
      meanLoss(negativeWalks(numNodes, settings, key(EMBED_STREAM.negative), nodes), true)
    );
  };

  return shallowTrainer(
    run,
    graph,
    task,
    {
      dimension,
      run: (epoch, { learningRate }) => skipGramEpoch(walker, settings, table, { seed, epoch, learningRate }),
      lossBefore,
      state: () => table.read(),
      outputs: ({ weights }) => weights,
    },
    from,
  );
}
