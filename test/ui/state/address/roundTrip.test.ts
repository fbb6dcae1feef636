import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../../../src/ui/state/address/format';
import { parseAddress } from '../../../../src/ui/state/address/parse';
import { packScene, unpackScene } from '../../../../src/ui/state/address/sceneFile';
import { scenes } from './randomScene';

const SEED = 20;

describe('a scene in a link', () => {
  it('comes back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        expect(parseAddress(formatAddress(scene))).toEqual({ scene, problems: [], needs: null });
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it('comes back from a scene file too', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        expect(unpackScene(packScene(scene))).toEqual({ scene, problems: [], needs: null });
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
