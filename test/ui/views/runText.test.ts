import { expect, it } from 'vitest';
import { defaultRun } from '../../../src/data/run/defaults';
import { MODELS } from '../../../src/data/run/models';
import { toldApart } from '../../../src/ui/views/runs/runText';

const karate = { id: 'karate', labelling: null };
const listed = (run = defaultRun(karate), epochs = 200) => ({ run, records: Array(epochs + 1).fill(null) });

it('tells what differs between runs first, and what all have in common after it', () => {
  const slow = defaultRun(karate, 1);
  const runs = [listed(), listed({ ...slow, training: { ...slow.training, learningRate: 0.5 } })];
  expect(toldApart(runs, [])).toEqual([
    { own: ['seed 0'], common: ['GCN', 'Karate Club', '200 epochs'] },
    { own: ['seed 1', 'learning rate 0.5'], common: ['GCN', 'Karate Club', '200 epochs'] },
  ]);
  const gat = defaultRun(
    karate,
    0,
    MODELS.find(({ id }) => id === 'gat'),
  );
  expect(toldApart([listed(), listed(gat, 30)], []).map(({ own }) => own)).toEqual([
    ['GCN', '200 epochs'],
    ['GAT', '30 epochs'],
  ]);
});

it('has nothing of its own where a run is alone, and no seed that is hidden', () => {
  expect(toldApart([listed()], [])[0]?.own).toEqual([]);
  expect(toldApart([listed(), listed(defaultRun(karate, 1))], ['seed']).flatMap(({ own }) => own)).toEqual(
    [],
  );
});
