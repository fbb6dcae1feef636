/** Every kernel, layer and the trainer on the plain backend; test/browser/compute runs the same on all three. */
import { beforeAll } from 'vitest';
import { startCpu } from '../../src/compute/backend/cpu';
import { goldenSpec } from './specs/golden';
import { kernelSpecs } from './specs/kernels';
import { layerSpecs } from './specs/layers';
import { optimiserSpec } from './specs/optimiser';
import { sampledTrainerSpec } from './specs/sampledTrainer';
import { trainerSpec } from './specs/trainer';

beforeAll(startCpu);

kernelSpecs();
// The browser goes on to 500 epochs.
layerSpecs(30);
goldenSpec();
optimiserSpec();
trainerSpec();
sampledTrainerSpec(50);
