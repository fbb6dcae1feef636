import { backend } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { disagreement, runSelfTest } from '../../../src/compute/backend/selfTest';
import { leakOf } from './support';

export function selfTestSpec(): void {
  describe('the self-test', () => {
    it('agrees with itself, and names the check that does not', async () => {
      const results = await runSelfTest();
      expect(disagreement(results, results)).toBeNull();
      const wrong = new Map(results).set('gradient 1 of sddmm', new Float32Array(24));
      expect(disagreement(results, wrong)).toMatch(/^gradient 1 of sddmm gives 0 instead of /);
    });

    it('leaves neither a tensor nor a buffer behind: kernels give back what they needed on the side', async () => {
      expect(await leakOf(runSelfTest)).toBe(0);
      const before = backend().numDataIds();
      await runSelfTest();
      expect(backend().numDataIds()).toBe(before);
    });
  });
}
