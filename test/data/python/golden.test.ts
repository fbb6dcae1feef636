/**
 * Every line of every script, against files that were run with PyTorch Geometric (logits.test.ts and recipe.test.ts,
 * which need it): dropout, attention dropout, initialisation, optimiser, loss and stopping rule stand in them, and none
 * can change unseen where there is no PyTorch. A change that is meant: `npx vitest run --project unit -u golden`, then
 * those two with PYTHON set.
 */
import { describe, expect, it } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import { pythonProject } from '../../../src/data/python/pythonProject';
import { defaultRun } from '../../../src/data/run/defaults';
import { MODELS } from '../../../src/data/run/models';
import type { RunSpec } from '../../../src/data/run/runSpec';
import { validateTask } from '../../../src/data/run/validate';
import { loopedClub } from './graphs';

const scriptOf = (run: RunSpec): string =>
  pythonProject({ run, graph: karate(null), epoch: 0, weights: null }).script;

const golden = (name: string): string => `../../golden/scripts/${name}.py`;

/** All that a recipe can say otherwise than by default. */
function changed(run: RunSpec): RunSpec {
  const layers = run.model.layers.map((layer, index) => ({
    ...layer,
    ...(layer.kind === 'gat'
      ? { attentionDropout: 0.35, slope: 0.1, attention: index === 0 ? ('v2' as const) : ('v1' as const) }
      : {}),
    ...(index === 0 ? { norm: 'layer' as const, dropout: 0.15, learningRate: 0.02, weightDecay: 0.003 } : {}),
  }));
  const training = {
    ...run.training,
    optimiser: 'sgd' as const,
    momentum: 0.8,
    learningRate: 0.05,
    weightDecay: 0.002,
    decayOn: 'all layers' as const,
    inputDropout: 0.25,
    dropout: 0.45,
    epochs: 77,
    batchSize: 2,
    normaliseFeatures: false,
  };
  return { ...run, model: { ...run.model, layers }, training };
}

it('of a graph with self-loops sends a message along each of them once', async () => {
  const project = pythonProject({
    run: defaultRun({ id: 'karate', labelling: 'modularity' }, 3),
    graph: loopedClub(true),
    epoch: 0,
    weights: null,
  });
  await expect(project.script).toMatchFileSnapshot(golden('selfLoops'));
});

it.each([
  ['adam', 'torch.optim.Adam(parameters, lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)'],
  ['adamw', 'torch.optim.AdamW(parameters, lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)'],
  ['sgd', 'torch.optim.SGD(parameters, lr=LEARNING_RATE, momentum=MOMENTUM, weight_decay=WEIGHT_DECAY)'],
] as const)('trains with %s where that is the optimiser', (optimiser, call) => {
  const run = defaultRun({ id: 'karate', labelling: null });
  expect(scriptOf({ ...run, training: { ...run.training, optimiser } })).toContain(`    return ${call}\n`);
});

describe.each(MODELS.map((model) => [model.id, model] as const))('the script of %s', (id, model) => {
  const run = defaultRun({ id: 'karate', labelling: null }, 3, model);

  const isStack = model.layers.length > 0;

  it('is what it was when it was run, with every setting that can be changed', async () => {
    await expect(scriptOf(isStack ? changed(run) : run)).toMatchFileSnapshot(golden(id));
  });
});

it('writes no script for a task that it does not know, and says so', () => {
  const run = defaultRun(
    { id: 'karate', labelling: null },
    0,
    undefined,
    validateTask({ id: 'linkPrediction' }),
  );
  expect(() => pythonProject({ run, graph: karate(null), epoch: 0, weights: null })).toThrow(
    'expected a task that is learned from labels, got link prediction',
  );
});
