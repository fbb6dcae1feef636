/** The bits of every model's losses on WASM, whose arithmetic is the same on every machine. */
import { beforeAll } from 'vitest';
import { startWasm } from '../../../src/compute/backend/wasm';
import { bitIdentitySpec } from '../../compute/specs/bitIdentity';

beforeAll(startWasm);

bitIdentitySpec('../../golden/losses/wasm');
