/** The run of link prediction that test/golden/linkRun.given.json holds. */
import { defaultRun } from '../../../src/data/run/defaults';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import type { RunSpec } from '../../../src/data/run/runSpec';
import { validateTask } from '../../../src/data/run/validate';

export const savedRun: RunSpec = {
  ...defaultRun({ id: 'karate', labelling: null }, 7, undefined, validateTask('linkPrediction')),
  model: {
    id: 'gcn',
    method: null,
    layers: [
      defaultLayer('gcn', { width: 8, bias: true }),
      defaultLayer('gcn', { width: 4, bias: true, activation: 'none' }),
    ],
  },
};
