/** Every kernel, layer and the trainer in a real Chromium, on all three backends. */
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loseDevice, startBackend } from '../../../src/compute/backend';
import { createTrainer } from '../../../src/compute/train/trainer';
import { citations } from '../../../src/data/generators/citations';
import { BACKEND_NAMES, type BackendName } from '../../../src/data/run/backend';
import { goldenSpec } from '../../compute/specs/golden';
import { kernelSpecs } from '../../compute/specs/kernels';
import { layerSpecs } from '../../compute/specs/layers';
import { kipfTraining, layer, lossesOfRun, runOf, wordyKarate } from '../../compute/specs/runs';
import { optimiserSpec } from '../../compute/specs/optimiser';
import { sampledTrainerSpec } from '../../compute/specs/sampledTrainer';
import { trainerSpec } from '../../compute/specs/trainer';

const secure = { secure: true };

async function start(name: BackendName): Promise<void> {
  const { name: started, reason } = await startBackend(name, secure);
  if (started !== name) throw new Error(reason);
}

/** A software GPU takes a tenth of a second and more for an epoch of some models. */
const EPOCHS = [
  ['cpu', 500],
  ['wasm', 500],
  ['webgpu', 30],
] as const;

describe.each(EPOCHS)('on %s', (name, epochs) => {
  beforeAll(() => start(name));
  kernelSpecs();
  layerSpecs(epochs);
  goldenSpec();
  optimiserSpec();
  trainerSpec();
  sampledTrainerSpec(Math.min(50, epochs / 3));
});

describe('the backends', () => {
  it.each([
    ['wasm', 1e-5],
    ['webgpu', 1e-3],
  ] as const)('%s follows plain JavaScript over 20 epochs with dropout', async (name, tolerance) => {
    for (const [run, graph] of [
      [runOf(kipfTraining, [layer(16), layer(4, 'none')], 3), wordyKarate()],
      [runOf(kipfTraining, undefined, 3), citations(0)],
    ] as const) {
      await start('cpu');
      const expected = await lossesOfRun(run, graph, 20);
      await start(name);
      const losses = await lossesOfRun(run, graph, 20);
      losses.forEach((loss, epoch) => expect(Math.abs(loss / expected[epoch] - 1)).toBeLessThan(tolerance));
    }
  });

  it('is chosen with a sentence that says why', async () => {
    const auto = await startBackend('auto', secure);
    expect(BACKEND_NAMES).toContain(auto.name);
    if (auto.isSoftwareAdapter) {
      expect(auto.name).toBe('wasm');
      expect(auto.reason).toBe(
        'WASM: this browser offers only a software WebGPU adapter, and WASM is faster than that.',
      );
    }
    expect((await startBackend('wasm', secure)).reason).toBe('WASM: you chose it.');
    expect((await startBackend('cpu', secure)).reason).toBe('Plain JavaScript: you chose it.');
  });

  it('tells of a GPU error that no exception would tell of', async () => {
    const message = await new Promise<string>((resolve) => {
      void startBackend('webgpu', { secure: true, onLost: resolve }).then(() => {
        const running = backend();
        if (!(running instanceof WebGPUBackend)) throw new Error('expected webgpu');
        running.device.createShaderModule({ code: 'fn main( {' });
        // Errors come with the answer to the next work that is waited for.
        void running.device.queue.onSubmittedWorkDone();
      });
    });
    expect(message).toContain('parsing');
  });

  it('tells of a lost GPU device, and does not answer for it', async () => {
    const lost = new Promise<string>((resolve) => {
      void startBackend('webgpu', { secure: true, onLost: resolve }).then(loseDevice);
    });
    expect(await lost).not.toBe('');
    const orphan = createTrainer(runOf(), wordyKarate());
    orphan.step();
    await expect(orphan.keyframe()).rejects.toThrow();
  });
});
