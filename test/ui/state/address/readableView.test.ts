import { describe, expect, it } from 'vitest';
import { defaultRun } from '../../../../src/data/run/defaults';
import { formatAddress } from '../../../../src/ui/state/address/format';
import { parseAddress } from '../../../../src/ui/state/address/parse';
import type { Scene } from '../../../../src/ui/state/scene';
import { DEFAULT_VIEW, type ViewSpec } from '../../../../src/ui/state/viewSpec';

const sceneWith = (view: ViewSpec): Scene => ({
  run: defaultRun({ id: 'karate', labelling: null }),
  pending: null,
  epoch: 0,
  view,
  graph: null,
  results: null,
});

describe('what is looked at, in the address', () => {
  it('gives back unit, field, flow and head, counted from 1 as on the page', () => {
    const view: ViewSpec = { ...DEFAULT_VIEW, colourBy: 'unit', unit: 6, field: false, flow: 'all', head: 2 };
    const address = formatAddress(sceneWith(view));
    expect(address).toBe('#data=karate&colour=unit&unit=7&field=off&flow=all&head=3');
    expect(parseAddress(address)).toEqual({ scene: sceneWith(view), problems: [], needs: null });
  });

  it('takes 1 and true for on, as people write by hand', () => {
    for (const yes of ['on', '1', 'true'])
      expect(parseAddress(`#data=karate&embed=${yes}`).scene.view.embed).toBe(true);
    for (const no of ['off', '0', 'false'])
      expect(parseAddress(`#data=karate&field=${no}`).scene.view.field).toBe(false);
  });

  it('names what it cannot read and leaves it at its default', () => {
    const { scene, problems } = parseAddress('#data=karate&unit=0&flow=some&field=2&head=all');
    expect(scene.view).toEqual(DEFAULT_VIEW);
    for (const key of ['unit', 'flow', 'field', 'head'])
      expect(problems).toContainEqual(expect.stringContaining(key));
    expect(problems).toHaveLength(4);
  });
});
