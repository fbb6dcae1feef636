import { COLOUR_MODES, type ColourMode } from '../../state/viewSpec';
import type { Option } from '../../widgets/Select';

const WORDS: Readonly<Record<ColourMode, readonly [label: string, hint: string]>> = {
  class: ['class', 'The true class of each node.'],
  prediction: ['prediction', 'The class that the model predicts for each node.'],
  correctness: ['right or wrong', 'Whether the prediction is the true class.'],
  split: ['split', 'Which nodes are for training, validation and test.'],
  confidence: ['confidence', 'The probability that the model gives its prediction.'],
  loss: ['loss', 'The loss of each node: −ln of the probability of its true class.'],
  unit: ['one unit', 'One feature or hidden unit of the layer chosen for the embedding.'],
  embedding: ['embedding', 'The position of each node in the embedding picture.'],
  walks: ['walks', 'How often the random walks from the selected node visit each node.'],
};

/** What nodes can be coloured by, as a person reads it. */
export const COLOURS: readonly Option<ColourMode>[] = COLOUR_MODES.map((value) => {
  const [label, hint] = WORDS[value];
  return { value, label, hint };
});
