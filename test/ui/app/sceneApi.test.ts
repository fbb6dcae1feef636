import { describe, expect, it } from 'vitest';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS } from '../../../src/data/run/edits';
import { sceneApi } from '../../../src/ui/app/sceneApi';
import { parseAddress } from '../../../src/ui/state/address/parse';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW, type ViewSpec } from '../../../src/ui/state/viewSpec';
import { ownRing } from '../state/address/randomScene';

const ADDRESS = 'https://school.example/gnn/';

function apiOn(view: Partial<ViewSpec> = {}, own = ownRing(8)) {
  const run = { ...defaultRun(own.data), seed: 4 };
  const descriptor = descriptorOf(own.data.id);
  const store = createAppStore({ run, view: { ...DEFAULT_VIEW, ...view }, descriptor, secure: true });
  const positions = new Float32Array(16);
  const { graph } = own;
  store.setState({
    graph: { data: graph, base: graph, edits: NO_EDITS, descriptor, positions, layoutRunning: false },
  });
  return { ...sceneApi({ state: store.getState, address: ADDRESS }), own, run };
}

describe('playground.scene and playground.link', () => {
  it('gives the scene as JSON, with the own graph as text where that is asked for', () => {
    const { scene, run } = apiOn({ colourBy: 'loss', theme: 'dark' });
    expect(scene()).toEqual({
      run,
      pending: null,
      epoch: 0,
      view: { ...DEFAULT_VIEW, colourBy: 'loss' },
      graph: null,
      results: null,
    });
    const whole = scene({ graph: true });
    expect(whole.graph).toMatch(/^[\w-]+$/);
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });

  it('gives a whole address that opens the scene, with what was asked for', () => {
    const { link, own, run } = apiOn({ colourBy: 'loss' });
    const address = link({ locked: ['seed'], hidden: ['out'], embed: true });
    expect(address.startsWith(`${ADDRESS}#`)).toBe(true);
    const { scene, problems } = parseAddress(address.slice(ADDRESS.length));
    expect(problems).toEqual([]);
    expect(scene).toMatchObject({
      run,
      graph: own.graph,
      view: { colourBy: 'loss', locked: ['seed'], hidden: ['out'], embed: true },
    });
    expect(parseAddress(link({ graph: false }).slice(ADDRESS.length)).scene).toMatchObject({
      run,
      graph: null,
    });
  });

  it.each([
    [{ lock: ['seed'] }, "expected options results, graph, names, embed, locked, hidden, got 'lock'"],
    [{ embed: 'yes' }, "playground.link: embed: expected true or false, got 'yes'"],
    [{ hidden: ['everything'] }, 'playground.link.hidden[0]: expected one of data'],
    [null, 'playground.link: expected an object of options, got null'],
    ['graph', 'playground.link: expected an object of options'],
  ])('refuses %j by name', (options, message) => {
    const { link } = apiOn();
    expect(() => Reflect.apply(link, undefined, [options])).toThrow(message);
  });
});
