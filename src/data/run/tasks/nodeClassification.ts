import { CROSS_ENTROPY } from '../losses';
import { ACCURACY } from '../metrics';
import { lossParam, type TaskDescriptor } from './descriptor';

const LOSSES = [CROSS_ENTROPY] as const;

export const NODE_CLASSIFICATION: TaskDescriptor = {
  id: 'nodeClassification',
  name: 'Node classification',
  sentence: 'Which class each node is of, learned from the labels of a few.',
  unit: 'node',
  output: 'classes',
  learnsFrom: 'labels',
  losses: LOSSES,
  metrics: [ACCURACY],
  headline: ACCURACY,
  params: [lossParam(LOSSES)],
  outChannels: (_task, { labelling }) => labelling.classNames.length,
  recipe: null,
  read: (values) => ({
    id: 'nodeClassification',
    loss: values.choice(
      'loss',
      LOSSES.map(({ id }) => id),
    ),
  }),
};
