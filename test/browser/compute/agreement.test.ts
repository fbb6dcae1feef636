/** Every model of layers, with its own recipe and dropout: what WASM and WebGPU lose is what plain JavaScript loses. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../../src/compute/backend';
import { defaultModel, defaultTraining } from '../../../src/data/run/defaults';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { MODELS, type ModelDescriptor } from '../../../src/data/run/models';
import type { BackendName } from '../../../src/data/run/backend';
import { kipfTraining, lossesOfRun, runOf, wordyKarate } from '../../compute/specs/runs';

const EPOCHS = 20;
const NETWORKS = MODELS.filter(({ method }) => method === null);
/** Relative, on WASM; others 1e-4. */
const CLOSE: Readonly<Record<string, number>> = { gcn: 1e-5, sgc: 1e-5, appnp: 1e-5 };
const WEBGPU = 1e-3;
const CORA = descriptorOf('cora');
/** A software GPU takes a tenth of a second and more for an epoch of some models. */
const TIMEOUT_MS = 60_000;

const lossesOf = (model: ModelDescriptor): Promise<number[]> => {
  const training = { ...defaultTraining(CORA, model) };
  const run = runOf({ ...kipfTraining, ...training }, defaultModel(CORA, model).layers, 3);
  return lossesOfRun(run, wordyKarate(), EPOCHS);
};

const expected = new Map<string, readonly number[]>();

async function start(name: BackendName): Promise<void> {
  const { name: started, reason } = await startBackend(name, { secure: true });
  if (started !== name) throw new Error(reason);
}

beforeAll(async () => {
  await start('cpu');
  for (const model of NETWORKS) expected.set(model.id, await lossesOf(model));
});

describe.each(['wasm', 'webgpu'] as const)('over 20 epochs %s follows plain JavaScript', (name) => {
  beforeAll(() => start(name));

  it.each(NETWORKS.map((model) => [model.id, model] as const))(
    'with %s',
    { timeout: TIMEOUT_MS },
    async (id, model) => {
      const reference = expected.get(id) ?? [];
      expect(new Set(reference).size).toBe(EPOCHS);
      const losses = await lossesOf(model);
      const worst = Math.max(...losses.map((loss, epoch) => Math.abs(loss / reference[epoch] - 1)));
      expect(worst).toBeLessThanOrEqual(name === 'webgpu' ? WEBGPU : (CLOSE[id] ?? 1e-4));
    },
  );
});
