/** The product's own training step and evaluation, on one backend. */
import { startBackend } from '../../src/compute/backend';
import { createTrainer } from '../../src/compute/train/trainer';
import type { GraphData } from '../../src/data/graph/graphData';
import type { ModelDescriptor } from '../../src/data/run/models';
import type { BackendName } from '../../src/data/run/backend';
import { benchRun } from './graph';
import { dispatchesOf, kernelsOf } from './launches';
import { median, timeSteps, type Plan } from './measure';
import type { Measured, RowId } from './rows';

const PLANS: Record<BackendName, Plan> = {
  wasm: { warmUp: 50, samples: 9, stepsPerSample: 40 },
  cpu: { warmUp: 5, samples: 5, stepsPerSample: 5 },
  webgpu: { warmUp: 2, samples: 5, stepsPerSample: 2 },
};

export async function measureOurs(
  row: RowId,
  model: ModelDescriptor,
  name: BackendName,
  graph: GraphData,
): Promise<Measured> {
  const started = await startBackend(name, { secure: isSecureContext });
  if (started.name !== name) throw new Error(started.reason);
  const trainer = createTrainer(benchRun(model), graph);
  const settle = () => (name === 'webgpu' ? trainer.keyframe() : Promise.resolve());
  const samples = await timeSteps(trainer.step, settle, PLANS[name]);
  const evaluations: number[] = [];
  for (let i = 0; i < 7; i++) {
    const began = performance.now();
    await trainer.evaluate();
    evaluations.push(performance.now() - began);
  }
  const launches =
    name === 'webgpu' ? await dispatchesOf(trainer.step, settle) : await kernelsOf(trainer.step);
  trainer.dispose();
  return {
    row,
    graph: graph.name,
    epochMs: median(samples),
    samples,
    evaluationMs: median(evaluations),
    launches,
    note: name === 'webgpu' ? (started.adapter ?? 'no name') : '',
  };
}
