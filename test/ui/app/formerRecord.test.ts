import { expect, it } from 'vitest';
import { presentRecord } from '../../../src/ui/app/autosave/formerRecord';
import { recordOf } from '../../records';

it('reads records of visits that were kept before there were tasks, with all that they said', () => {
  const accuracy = { train: 1, val: 0.7, test: 0.8, all: 0.9 };
  const former = { epoch: 3, loss: 0.5, valLoss: 0.6, accuracy, ms: 2 };
  expect(presentRecord(former)).toEqual(recordOf(accuracy, { epoch: 3, loss: 0.5, valLoss: 0.6, ms: 2 }));
  const unsplit = { train: 1, val: null, test: null, all: 0.9 };
  expect(presentRecord({ ...former, valLoss: null, accuracy: unsplit })).toEqual(
    recordOf(unsplit, { epoch: 3, loss: 0.5, ms: 2 }),
  );
});

it('takes present ones as they are', () => {
  const record = recordOf({ train: 1, val: null, test: null, all: 1 });
  expect(presentRecord(record)).toBe(record);
});
