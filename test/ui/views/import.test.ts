import { describe, expect, it } from 'vitest';
import { READERS } from '../../../src/data/formats/readers';
import { DATASETS } from '../../../src/data/run/catalogue';
import { dataOptions, OPEN_FILE, optionOf, refOf } from '../../../src/ui/views/bar/dataOptions';
import { FORMAT_TEXTS } from '../../../src/ui/views/import/formats';
import { writeBytes } from '../../../src/ui/views/import/previewFacts';

describe('the list of formats', () => {
  it('names every one that can be read, and no other', () => {
    expect(FORMAT_TEXTS.flatMap(({ readers }) => readers).toSorted()).toEqual(
      READERS.map(({ id }) => id).toSorted(),
    );
  });
});

describe('the sets on offer', () => {
  const own = { ...DATASETS[0]!, id: 'own-0123456789abcdef', name: 'Mine '.repeat(40), labellings: [] };
  const options = dataOptions([...DATASETS, own]);

  it("end with the visitor's own and the way to a new one", () => {
    expect(options.slice(-2).map(({ value, group }) => [value, group])).toEqual([
      [own.id, 'Yours'],
      [OPEN_FILE, 'Yours'],
    ]);
    expect(options.at(-2)?.label).toHaveLength(60);
  });

  it('are told apart by their values', () => {
    expect(refOf(optionOf([own], { id: own.id, labelling: null }))).toEqual({ id: own.id, labelling: null });
    expect(DATASETS.map(({ id }) => id)).not.toContain(OPEN_FILE);
  });
});

it('bytes are written with two digits that mean something', () => {
  expect([0, 999, 1000, 12_345, 1_500_000, 45e6, 2.34e9].map(writeBytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '12 kB',
    '1.5 MB',
    '45 MB',
    '2.3 GB',
  ]);
});
