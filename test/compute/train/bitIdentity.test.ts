/** On plain JavaScript; test/browser/compute/bitIdentity.test.ts does the same on WASM. */
import { beforeAll } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { bitIdentitySpec } from '../specs/bitIdentity';

beforeAll(startCpu);

bitIdentitySpec('../../golden/losses/cpu');
