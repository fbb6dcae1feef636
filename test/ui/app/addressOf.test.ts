import { describe, expect, it } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import { FROM_LINK, ownSet } from '../../../src/data/import/ownSet';
import { addOwnSet, descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS } from '../../../src/data/run/edits';
import { addressOf } from '../../../src/ui/app/addressOf';
import { formatAddress } from '../../../src/ui/state/address/format';
import { packedOf } from '../../../src/ui/state/address/ownGraph';
import { parseAddress } from '../../../src/ui/state/address/parse';
import { sceneOf } from '../../../src/ui/state/address/sceneOf';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';

/** The page with a graph of the visitor's own, whose nodes are people. */
function pageWith(source: string, graphName: string) {
  const graph = {
    ...karate(null),
    name: graphName,
    nodeNames: Array.from({ length: 34 }, (_, i) => `Person ${i}`),
  };
  const { descriptor } = ownSet(graph, source);
  addOwnSet(descriptor);
  const run = defaultRun({ id: descriptor.id, labelling: null });
  const store = createAppStore({
    run: defaultRun({ id: 'karate', labelling: null }),
    view: DEFAULT_VIEW,
    descriptor: descriptorOf('karate'),
    secure: true,
  });
  store.setState({
    run,
    graph: {
      data: graph,
      base: graph,
      edits: NO_EDITS,
      descriptor,
      positions: new Float32Array(68),
      layoutRunning: false,
    },
  });
  return store.getState();
}

describe("the address bar, with a graph of the visitor's own", () => {
  it('names the graph and holds nothing of it', () => {
    const state = pageWith('people.csv', 'from a file');
    const address = addressOf(state);
    // With all that the run on it is made of: it is worked out from the graph, which may be gone.
    expect(address.startsWith(`#data=${state.run.data.id}&layers=`)).toBe(true);
    expect(parseAddress(address).scene.graph).toBeNull();
  });

  it('goes on holding one that came in a link', () => {
    const state = pageWith(FROM_LINK, 'from a link');
    expect(parseAddress(addressOf(state)).scene.graph?.nodeNames?.[3]).toBe('Person 3');
  });
});

describe('a link that is shared', () => {
  const state = pageWith('people.csv', 'shared');

  it('holds the graph with its names', () => {
    expect(parseAddress(formatAddress(sceneOf(state))).scene.graph?.nodeNames?.[3]).toBe('Person 3');
  });

  it('without its names is on a graph of its own, with the same edges and no word of them', () => {
    const scene = sceneOf(state, { names: false });
    expect(scene.run.data.id).not.toBe(state.run.data.id);
    expect(new TextDecoder().decode(packedOf(scene.graph!))).not.toContain('Person');
    const opened = parseAddress(formatAddress(scene));
    expect(opened.problems).toEqual([]);
    expect(opened.scene.run).toEqual(scene.run);
    expect(opened.scene.graph?.edgeIndex).toEqual(state.graph!.base.edgeIndex);
  });
});
