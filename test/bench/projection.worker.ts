/** Measures a settled picture, ours and that of umap-js alone. */
import { UMAP } from 'umap-js';
import { startBackend } from '../../src/compute/backend';
import { compileKernels } from '../../src/compute/embed/kernelModule';
import { fidelity } from '../../src/compute/projection/fidelity';
import { fuzzySet } from '../../src/compute/projection/fuzzySet';
import { settle, startOf, umapNeighbours, type PictureOf } from '../../src/compute/projection/settle';
import { numUmapEpochs, ownFit } from '../../src/compute/projection/umapFit';
import { createLibraryFit } from '../../src/compute/projection/umapLibrary';
import { wasmKernels } from '../../src/compute/projection/wasmKernels';
import { createTrainer } from '../../src/compute/train/trainer';
import { messageOf } from '../../src/data/base/errors';
import { randomKey, sequence } from '../../src/data/base/random';
import type { DenseMatrix } from '../../src/data/graph/graphData';
import { MODELS } from '../../src/data/run/models';
import { benchGraph, benchRun } from './graph';

const EPOCHS = 200;
const K = 15;

export interface ProjectionMeasured {
  readonly graph: string;
  readonly ours: Judged;
  readonly library: Judged;
  /** Milliseconds of the parts of ours, and of umap-js's own fit on our neighbours and our start. */
  readonly parts: { neighbours: number; fuzzySet: number; optimisation: number; libraryOnOurs: number };
}

interface Judged {
  readonly ms: number;
  readonly trustworthiness: number;
  readonly kept: number;
}

function finish<T>(work: Generator<unknown, T>): T {
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const began = performance.now();
  const value = work();
  return { value, ms: performance.now() - began };
}

async function hiddenLayer(base: string) {
  await startBackend('wasm', { secure: isSecureContext });
  const graph = await benchGraph(base);
  const trainer = createTrainer(benchRun(MODELS[0]), graph);
  for (let epoch = 0; epoch < EPOCHS; epoch++) trainer.step();
  const activations = await trainer.activations('h1');
  if (activations.kind !== 'dense') throw new Error('bench: expected dense activations, got others.');
  return { graph, rows: activations.matrix };
}

/** As anybody would call it: its own neighbours, its own random start. */
function libraryAlone({ numRows, numCols, values }: DenseMatrix): Float32Array {
  const data = Array.from({ length: numRows }, (_, i) =>
    Array.from(values.subarray(i * numCols, (i + 1) * numCols)),
  );
  const umap = new UMAP({
    nNeighbors: K,
    nEpochs: numUmapEpochs(numRows),
    random: sequence(randomKey(0, 0, 0)),
  });
  return Float32Array.from(umap.fit(data).flat());
}

async function measure(base: string): Promise<ProjectionMeasured> {
  const module = await compileKernels();
  if (!module) throw new Error('bench: expected kernels.wasm, got none.');
  const { graph, rows } = await hiddenLayer(base);
  const kernels = wasmKernels(module);
  const picture: PictureOf = { rows, method: 'umap', seed: 0, anchor: graph.positions, kernels };
  const judge = ({ value, ms }: { value: Float32Array; ms: number }): Judged => {
    const { trustworthiness, kept } = finish(fidelity(rows, value, { k: K, kernels }));
    return { ms, trustworthiness, kept };
  };
  const ours = judge(timed(() => finish(settle(picture))));
  const start = finish(startOf(picture));
  const lists = timed(() => finish(umapNeighbours(rows, kernels)));
  const set = timed(() => fuzzySet(lists.value));
  const whole = timed(() => {
    const fit = ownFit(kernels.createLayout)(lists.value, start, 0);
    for (let epoch = 0; epoch < fit.numEpochs; epoch++) fit.step();
    fit.release();
  });
  const libraryOnOurs = timed(() => {
    const fit = createLibraryFit(lists.value, start, 0);
    for (let epoch = 0; epoch < fit.numEpochs; epoch++) fit.step();
  });
  const library = judge(timed(() => libraryAlone(rows)));
  const parts = {
    neighbours: lists.ms,
    fuzzySet: set.ms,
    optimisation: whole.ms - set.ms,
    libraryOnOurs: libraryOnOurs.ms,
  };
  return { graph: graph.name, ours, library, parts };
}

export type ProjectionAnswer = { readonly measured: ProjectionMeasured } | { readonly message: string };

self.addEventListener('message', async ({ data }: MessageEvent<{ base: string }>) => {
  const answer: ProjectionAnswer = await measure(data.base).then(
    (measured) => ({ measured }),
    (error: unknown) => ({ message: messageOf(error) }),
  );
  self.postMessage(answer);
});
