/** Open in Python, run for real: with the weights of the playground the script has the playground's logits. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../src/compute/backend/cpu';
import { karate } from '../../../src/data/generators/karate';
import { defaultRun } from '../../../src/data/spec/defaults';
import { MODELS } from '../../../src/data/spec/models';
import { inFolder, largestDifference, python, runScript, titleOf } from './python';
import { trained } from './trained';

beforeAll(startCpu);

const LAYERED = MODELS.filter(({ method }) => method === null);

describe('with loaded weights', () => {
  it.skipIf(!python).each(LAYERED.map(({ id, name }) => ({ id, name })))(
    titleOf('$name on Karate Club gives our logits'),
    async ({ id }) => {
      const model = MODELS.find((each) => each.id === id);
      const run = defaultRun({ id: 'karate', labelling: 'modularity' }, 3, model);
      const { project, logits } = await trained(run, karate('modularity'), 10);
      await inFolder(project, async (folder) => {
        const weights = project.files.find(({ name }) => name.endsWith('.safetensors'))!.name;
        const ran = await runScript(project, folder, ['--weights', weights, '--epochs', '0']);
        expect(ran.logits.shape).toEqual([34, 4]);
        expect(largestDifference(ran.logits.values, logits)).toBeLessThan(1e-4);
      });
    },
  );
});
