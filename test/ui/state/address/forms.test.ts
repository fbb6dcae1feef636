import { describe, expect, it } from 'vitest';
import { ownId } from '../../../../src/data/formats/packed/ownId';
import { packGraph } from '../../../../src/data/formats/packed/packGraph';
import { IMPORT_LIMITS } from '../../../../src/data/formats/rawGraph';
import { writeSceneFile } from '../../../../src/data/formats/scene/sceneFile';
import type { GraphData } from '../../../../src/data/graph/graphData';
import { openScene } from '../../../../src/data/import/openScene';
import { ownDescriptor } from '../../../../src/data/import/ownDescriptor';
import { addOwnSet } from '../../../../src/data/run/catalogue';
import { defaultRun } from '../../../../src/data/run/defaults';
import { NO_EDITS } from '../../../../src/data/run/edits';
import { NODE2VEC_MODEL } from '../../../../src/data/run/models';
import { hash32 } from '../../../../src/data/base/random';
import { fitsLink, formatAddress, MAX_WITH_GRAPH } from '../../../../src/ui/state/address/format';
import { parseAddress } from '../../../../src/ui/state/address/parse';
import { packScene, partsOf, sceneFrom, unpackScene } from '../../../../src/ui/state/address/sceneFile';
import { toBase64url } from '../../../../src/ui/state/address/base64url';
import { writePayload } from '../../../../src/ui/state/address/payload';
import type { Scene } from '../../../../src/ui/state/scene';
import { DEFAULT_VIEW, type ViewSpec } from '../../../../src/ui/state/viewSpec';
import { ownRing } from './randomScene';

const karate = defaultRun({ id: 'karate', labelling: null });
const sceneOn = (run: Scene['run'], rest: Partial<Scene> = {}): Scene => ({
  run,
  pending: null,
  epoch: 0,
  view: DEFAULT_VIEW,
  graph: null,
  results: null,
  ...rest,
});
const looking = (view: Partial<ViewSpec>) => sceneOn(karate, { view: { ...DEFAULT_VIEW, ...view } });

describe('the form of a link', () => {
  it.each<[string, Scene]>([
    ['#data=karate&epoch=140', sceneOn(karate, { epoch: 140 })],
    [
      '#data=karate&metric=euclidean&lines=on&rings=on',
      looking({ metric: 'euclidean', trueNeighbours: true, badlyPlaced: true }),
    ],
    ['#data=karate&edge=3.9&table=on', looking({ edge: [3, 9], table: true })],
    [
      '#data=karate&charts=energy.loss&halt=20&projector=on',
      looking({ charts: ['energy', 'loss'], stopAt: 20, projector: true }),
    ],
    ['#data=karate&fold=build.charts&tab=inspect', looking({ folded: ['build', 'charts'], tab: 'inspect' })],
    ['#data=karate&open=charts.inspect', looking({ opened: ['charts', 'inspect'] })],
    [
      '#data=karate&lock=model.seed&hide=runs&embed=on',
      looking({ locked: ['model', 'seed'], hidden: ['runs'], embed: true }),
    ],
    [
      '#data=karate&camera=0.5,-0.25,0.3_',
      looking({ camera: { graph: { x: 0.5, y: -0.25, ratio: 0.3 }, embedding: null } }),
    ],
  ])('%s says it in keys', (hash, scene) => {
    expect(formatAddress(scene)).toBe(hash);
    expect(parseAddress(hash)).toEqual({ scene, problems: [], needs: null });
  });

  it('is packed where keys cannot say it, or say it at length', () => {
    const timeline = [{ epoch: 2, change: { dropout: 0.1 } }];
    const labels = Array.from({ length: 60 }, (_, k) => [k, k % 2] as const);
    for (const scene of [
      sceneOn({ ...karate, timeline }),
      sceneOn(karate, { pending: { ...karate, seed: 1 } }),
      looking({ filter: { ...DEFAULT_VIEW.filter, verdict: 'wrong' } }),
      looking({ selection: labels.map(([node]) => node) }),
      sceneOn({ ...karate, edits: { ...NO_EDITS, labels } }),
    ]) {
      const hash = formatAddress(scene);
      expect(hash).toMatch(/^#s=1\.[\w-]+$/);
      expect(hash.length).toBeLessThan(300);
      expect(parseAddress(hash).scene).toEqual(scene);
    }
  });

  it('takes a selected class of a large graph in a few hundred characters', () => {
    const selection = Array.from({ length: 2708 }, (_, k) => k).filter((k) => hash32(k) % 4 === 0);
    expect(selection.length).toBeGreaterThan(600);
    expect(formatAddress(looking({ selection })).length).toBeLessThan(800);
  });

  it('selects no more nodes than a graph can have', () => {
    const selecting = (count: number) =>
      parseAddress(formatAddress(looking({ selection: Array.from({ length: count }, (_, k) => k) })));
    expect(selecting(510_000).scene.view.selection).toHaveLength(510_000);
    const { scene, problems } = selecting(510_001);
    expect(scene).toEqual(sceneOn(karate));
    expect(problems).toEqual([expect.stringContaining('expected at most 510000 nodes, got 510001')]);
  });

  it('tells of a packed link that was cut, and opens what the page opens without one', () => {
    const hash = formatAddress(sceneOn({ ...karate, timeline: [{ epoch: 2, change: { dropout: 0.1 } }] }));
    const { scene, problems, isLost } = parseAddress(hash.slice(0, -7));
    expect(scene).toEqual(sceneOn(karate));
    expect(problems).toEqual([
      'This link is damaged or was cut short, so the page opened with Karate Club. Ask for it again.',
    ]);
    expect(isLost).toBe(true);
  });

  it.each([
    ['#s=1.garbage', 'This link is damaged or was cut short, so the page opened with Karate Club.'],
    ['#s=1.%', 'This link is damaged or was cut short, so the page opened with Karate Club.'],
    ['#s=', 'This link is damaged or was cut short, so the page opened with Karate Club.'],
    ['#s=2.AAAA', 'This link was made by a later version of this page'],
    [`#s=1.${'A'.repeat(2 ** 21)}`, 'This link is longer than any that this page makes'],
  ])('tells people, not programmers, of %.12s', (hash, told) => {
    const { problems, isLost } = parseAddress(hash);
    expect(problems).toEqual([expect.stringContaining(told)]);
    expect(isLost).toBe(true);
  });

  it('opens in its own version alone', () => {
    const hash = formatAddress(sceneOn({ ...karate, timeline: [{ epoch: 2, change: { dropout: 0.1 } }] }));
    const as = (version: string) => parseAddress(hash.replace('#s=1.', `#s=${version}.`));
    expect(as('1').problems).toEqual([]);
    for (const [version, told] of [
      ['2', 'a later version'],
      ['10', 'a later version'],
      ['0', 'damaged'],
      ['01', 'damaged'],
      ['1a', 'damaged'],
      ['', 'damaged'],
    ] as const) {
      const { scene, problems, isLost } = as(version);
      expect(isLost).toBe(true);
      expect(scene).toEqual(sceneOn(karate));
      expect(problems).toEqual([expect.stringContaining(told)]);
    }
  });

  it('goes no further than it may: in characters, in what it unpacks to, and in epochs', () => {
    const padded = (length: number) => `#data=karate&seed=3&x=${'y'.repeat(length)}`.slice(0, length);
    expect(parseAddress(padded(2 ** 21)).scene.run.seed).toBe(3);
    expect(parseAddress(padded(2 ** 21 + 1)).problems[0]).toContain('longer than any');

    // Deflated to a few kilobytes; a place that means nothing is left out, whatever it holds.
    const packed = (places: readonly (readonly [string, unknown])[], graph: Uint8Array | null = null) =>
      parseAddress(`#s=1.${toBase64url(writePayload({ places: new Map(places), graph }))}`);
    const text = (bytes: number) => packed([['x', 'y'.repeat(bytes)]]);
    expect(text(2 ** 21 - 100).isLost).toBeUndefined();
    expect(text(2 ** 21 + 1).isLost).toBe(true);
    const bytes = (count: number) => packed([['data', 'karate']], new Uint8Array(count).fill(1));
    expect(bytes(2 ** 23 - 100).large?.bytes).toBe(2 ** 23 - 100);
    expect(bytes(2 ** 23 + 1).large).toBeUndefined();
    const many = (count: number) => packed(Array.from({ length: count }, (_, k) => [`k${k}`, 1]));
    expect(many(1000).isLost).toBeUndefined();
    expect(many(1001).isLost).toBe(true);

    const at = (epoch: number) => parseAddress(formatAddress(sceneOn(karate, { epoch }))).scene.epoch;
    expect([1, 2000, 2001, 100_000].map(at)).toEqual([1, 2000, 2001, 100_000]);
    expect(at(100_001)).toBe(0);
    // By hand: ten times the length of the run, and at least a thousand.
    const typed = (keys: string) => parseAddress(`#data=karate&${keys}`).scene.epoch;
    expect([typed('epoch=2000'), typed('epoch=2001')]).toEqual([2000, 0]);
    expect([typed('epochs=5&epoch=1000'), typed('epochs=5&epoch=1001')]).toEqual([1000, 0]);
  });

  it('is lost where its set cannot be had, and not where something else in it is wrong', () => {
    expect(parseAddress('#data=nonsense&seed=3').isLost).toBe(true);
    expect(parseAddress('#data=own-00000000000000ff').isLost).toBe(true);
    for (const hash of ['', '#data=karate', '#seed=abc&nonsense=1'])
      expect(parseAddress(hash).isLost).toBeUndefined();
  });

  it('is refused where its model does not exist, or cannot be trained on its graph', () => {
    for (const model of ['transformer', '__proto__', ''])
      expect(parseAddress(`#data=cora&model=${model}`).refused).toContain(
        `model: expected one of gcn, mlp, sgc`,
      );
    const { graph, data } = ownRing(7, 'without classes', []);
    const gcn = sceneOn(defaultRun(data), { graph });
    const refusal =
      'model: expected a graph with classes for GCN, which learns from labels, got without classes';
    expect(parseAddress(formatAddress(gcn)).refused).toContain(refusal);
    expect(unpackScene(packScene(gcn)).refused).toContain(refusal);
    const walks = defaultRun(data, 0, NODE2VEC_MODEL);
    expect(parseAddress(formatAddress(sceneOn(walks, { graph }))).refused).toBeUndefined();
    // What is only offered beside the run is left out, and told.
    const offered = parseAddress(formatAddress(sceneOn(walks, { graph, pending: gcn.run })));
    expect(offered).toMatchObject({ scene: { run: walks, pending: null } });
    expect(offered.refused).toBeUndefined();
    expect(offered.problems).toEqual([expect.stringContaining('expected a graph with classes')]);
  });
});

/** With features that no packing makes small. */
function largeGraph(): GraphData {
  const { graph } = ownRing(300, 'noise');
  const values = Float32Array.from({ length: 300 * 40 }, (_, k) => hash32(k) / 2 ** 32);
  return { ...graph, features: { kind: 'dense', matrix: { numRows: 300, numCols: 40, values } } };
}

describe('a graph of the visitor’s own', () => {
  it('is in the link where it is small, and is known once the link is read', () => {
    const { graph, data } = ownRing(50);
    const scene = sceneOn(defaultRun(data), { graph });
    expect(fitsLink(scene)).toBe(true);
    expect(formatAddress(scene).length).toBeLessThan(1000);
    expect(parseAddress(formatAddress(scene))).toEqual({ scene, problems: [], needs: null });
  });

  it('is left out of a link that it makes too long, which says so, and is in the scene file', () => {
    const graph = largeGraph();
    const id = ownId(packGraph(graph));
    addOwnSet(ownDescriptor(graph, id, 'a test'));
    const scene = sceneOn(defaultRun({ id, labelling: null }), { graph });
    expect(fitsLink(scene)).toBe(false);
    const hash = formatAddress(scene);
    expect(hash.length).toBeLessThan(MAX_WITH_GRAPH);
    expect(parseAddress(hash).scene).toEqual({ ...scene, graph: null });
    const file = packScene(scene);
    expect(unpackScene(file).scene).toEqual(scene);
  });

  it('is asked for where neither the link nor the page has it', () => {
    const hash = '#data=own-0123456789abcdef&seed=3';
    const parsed = parseAddress(hash);
    expect(parsed.needs).toBe('own-0123456789abcdef');
    expect(parsed.scene).toEqual(sceneOn({ ...karate, seed: 3 }));
    expect(parsed.problems).toEqual([expect.stringContaining('own-0123456789abcdef')]);
    addOwnSet(ownDescriptor(ownRing(5).graph, 'own-0123456789abcdef', 'a test'));
    expect(parseAddress(hash)).toMatchObject({
      scene: { run: { data: { id: 'own-0123456789abcdef' }, seed: 3 } },
      problems: [],
      needs: null,
    });
  });

  it('opens with the sender’s settings whatever this page would start it from', () => {
    const { graph, data } = ownRing(21);
    const hash = formatAddress(sceneOn(defaultRun(data), { graph }));
    const standard = ownDescriptor(graph, data.id, 'a test');
    addOwnSet({ ...standard, recipe: { training: { epochs: 7, learningRate: 0.5 }, hidden: { width: 3 } } });
    expect(parseAddress(hash).scene.run).toMatchObject({
      training: { epochs: 200, learningRate: 0.01 },
      model: { layers: [{ width: 16 }, {}] },
    });
  });
});

describe('a scene file', () => {
  const { graph, data } = ownRing(60);
  const scene = sceneOn(defaultRun(data), { graph, epoch: 5 });
  const opened = (file: Uint8Array) =>
    openScene({ name: 'a.gnnscene', bytes: file }, IMPORT_LIMITS, () => {});

  it('that a worker has packed and unpacked is the scene that it was', () => {
    for (const each of [scene, { ...scene, graph: null }, sceneOn(karate, { epoch: 5 })]) {
      const { text, graph: own } = partsOf(each);
      const packed = own && !(own instanceof Uint8Array) ? packGraph(own) : own;
      const file = writeSceneFile({ text, graph: packed });
      expect(file).toEqual(packScene(each));
      expect(sceneFrom(opened(file), 'a.gnnscene')).toEqual({ scene: each, problems: [], needs: null });
    }
  });

  it('packs no graph again that it came with', () => {
    const read = sceneFrom(opened(packScene(scene)), 'a.gnnscene').scene;
    expect(partsOf(read).graph).toBeInstanceOf(Uint8Array);
  });

  it('is refused where its graph is not the one that it is on, and where its text is no scene', () => {
    const other = { text: '{"data":"karate"}', graph: packGraph(graph) };
    expect(() => sceneFrom(opened(writeSceneFile(other)), 'a.gnnscene')).toThrow(
      'a.gnnscene: expected the graph that the run is on, got another one',
    );
    for (const text of ['', '[1]', '{"data"', `{"x":${'['.repeat(40)}${']'.repeat(40)}}`])
      expect(() => sceneFrom(opened(writeSceneFile({ text, graph: null })), 'a.gnnscene')).toThrow(
        'a.gnnscene: expected',
      );
  });
});
