import { describe, expect, it } from 'vitest';
import { defaultRun } from '../../../src/data/spec/defaults';
import { formatAddress, parseAddress } from '../../../src/ui/state/address';
import { DEFAULT_VIEW, type ViewSpec } from '../../../src/ui/state/viewSpec';

const draft = defaultRun({ id: 'karate', labelling: null });

describe('what is looked at, in the address', () => {
  it('gives back unit, field, flow and head, counted from 1 as on the page', () => {
    const view: ViewSpec = { ...DEFAULT_VIEW, colourBy: 'unit', unit: 6, field: false, flow: 'all', head: 2 };
    const address = formatAddress({ draft, view });
    expect(address).toBe('#data=karate&colour=unit&unit=7&field=off&flow=all&head=3');
    expect(parseAddress(address)).toEqual({ draft, view, problems: [] });
  });

  it('names what it cannot read and leaves it at its default', () => {
    const { view, problems } = parseAddress('#data=karate&unit=0&flow=some&field=2&head=all');
    expect(view).toEqual(DEFAULT_VIEW);
    for (const key of ['unit', 'flow', 'field', 'head'])
      expect(problems).toContainEqual(expect.stringContaining(`expected ${key} to be`));
  });
});
