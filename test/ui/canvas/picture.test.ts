import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/data/base/sliced';
import { karate } from '../../../src/data/generators/karate';
import { applyEdits } from '../../../src/data/graph/applyEdits';
import type { GraphData } from '../../../src/data/graph/graphData';
import { NO_EDITS } from '../../../src/data/run/edits';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { svgOf } from '../../../src/ui/canvas/picture/formats';
import { shortened, textWidth } from '../../../src/ui/canvas/picture/pen';
import { pictureOf, type PictureKind } from '../../../src/ui/canvas/picture/picture';
import { placed } from '../../../src/ui/canvas/picture/placing';
import { placingOf, WHOLE } from '../../../src/ui/canvas/view/placing';
import { classPalette } from '../../../src/ui/palette/palette';
import type { AppState } from '../../../src/ui/state/appState';
import { elementsOf, type XmlElement } from '../xml';
import { createAppStore } from '../../../src/ui/state/store';
import { DEFAULT_VIEW, type ViewSpec } from '../../../src/ui/state/viewSpec';

const HOSTILE = `</title><script>alert("x")</script> & 'y' \u0000\ud800 ]]>`;
const TEXTS = { titles: { graph: 'Graph', embedding: 'Embedding: H¹, UMAP' }, caption: 'Karate · epoch 3' };

function stateOf(data: GraphData, view: Partial<ViewSpec> = {}): AppState {
  const descriptor = descriptorOf('karate');
  const run = defaultRun({ id: 'karate', labelling: null });
  const store = createAppStore({ run, view: { ...DEFAULT_VIEW, ...view }, descriptor, secure: true });
  const positions = Float32Array.from({ length: 2 * data.numNodes }, (_, i) =>
    i % 2 ? Math.sin(i >> 1) : 2 * Math.cos(i >> 1),
  );
  return {
    ...store.getState(),
    graph: { data, base: data, edits: NO_EDITS, descriptor, positions, layoutRunning: false },
    projection: {
      kind: 'points',
      layer: 'h1',
      method: 'umap',
      seed: 0,
      epoch: 3,
      positions,
      settled: true,
      progress: 1,
      caveats: [],
      fidelity: null,
      ms: 1,
    },
  };
}

const drawn = (state: AppState, kind: PictureKind = 'both', texts = TEXTS) => {
  const picture = pictureOf(state, kind, 'light', texts);
  if (!picture) throw new Error('expected a picture');
  return { picture, svg: atOnce(svgOf(picture)).join('') };
};
const named = (elements: readonly XmlElement[], name: string): readonly XmlElement[] =>
  elements.filter((element) => element.name === name);
const count = (elements: readonly XmlElement[], name: string): number => named(elements, name).length;
const texts = (elements: readonly XmlElement[]): readonly string[] =>
  named(elements, 'text').map(({ text }) => text);

describe('the picture as SVG', () => {
  it('is well-formed, and as large as it says', () => {
    const { picture, svg } = drawn(stateOf(karate(null)));
    const root = elementsOf(svg);
    expect(root[0]?.attributes['width']).toBe(String(picture.width));
    expect(root[0]?.attributes['viewBox']).toBe(`0 0 ${picture.width} ${picture.height}`);
    expect(texts(root)).toContain('Karate · epoch 3');
    expect(texts(root)).toContain('Embedding: H¹, UMAP');
  });

  it('keeps names that are markup as text', () => {
    const data = karate(null);
    const nodeNames = Array.from({ length: data.numNodes }, (_, node) => `${HOSTILE} ${node}`);
    const classNames = [HOSTILE, '<b>two</b>'];
    const hostile = { ...data, nodeNames, labelling: { ...data.labelling, classNames } };
    const state = stateOf(hostile, { colourBy: 'class' });
    const { svg } = drawn(state, 'both', { ...TEXTS, caption: HOSTILE });
    const root = elementsOf(svg);
    expect(svg).not.toContain('<script');
    expect(count(root, 'script') + count(root, 'b')).toBe(0);
    const shown = '</title><script>alert("x")</script> & \'y\' \ufffd\ufffd ]]>';
    expect(named(root, 'title')[0]?.text).toBe(shown);
    const titles = named(root, 'title').map(({ text }) => text);
    expect(titles).toContain(`${shown} 7`);
    expect(texts(root)).toContain('<b>two</b> 17');
  });

  it('shows every node once in each canvas, and the edges in the graph only', () => {
    const data = karate(null);
    const inGraph = elementsOf(drawn(stateOf(data), 'graph').svg);
    const inEmbedding = elementsOf(drawn(stateOf(data), 'embedding').svg);
    // One title is of the picture.
    expect(count(inGraph, 'title')).toBe(35);
    expect(count(inEmbedding, 'title')).toBe(35);
    expect(count(inGraph, 'path')).toBe(1);
    expect(named(inGraph, 'path')[0]?.attributes['d']?.match(/M/g)?.length).toBe(78);
    expect(count(inEmbedding, 'path')).toBe(0);
  });

  it('leaves deleted nodes out', () => {
    const data = { ...karate(null), tombstones: [4, 5] };
    expect(count(elementsOf(drawn(stateOf(data), 'graph').svg), 'title')).toBe(33);
  });

  it('has the colours of the mode and a legend that counts them', () => {
    const { svg } = drawn(stateOf(karate(null), { colourBy: 'class' }), 'graph');
    const root = elementsOf(svg);
    for (const colour of classPalette(2, 'light')) expect(svg).toContain(`fill="${colour}"`);
    expect(texts(root)).toEqual(expect.arrayContaining(['Mr. Hi 17', 'Officer 17', 'labelled 2']));
  });

  it('counts no deleted nodes', () => {
    const data = applyEdits(karate(null), { ...NO_EDITS, removedNodes: [1, 2, 32] });
    const { svg } = drawn(stateOf(data, { colourBy: 'class' }), 'graph');
    const counted = texts(elementsOf(svg)).filter((text) => / \d+$/.test(text) && !text.includes('epoch'));
    expect(counted).toEqual(['Mr. Hi 15', 'Officer 16', 'labelled 2']);
  });

  it.each(['confidence', 'loss', 'unit', 'walks', 'embedding', 'split', 'correctness'] as const)(
    'can be drawn in the colours of %s',
    (colourBy) => {
      expect(count(elementsOf(drawn(stateOf(karate(null), { colourBy })).svg), 'title')).toBe(69);
    },
  );

  it('marks what is selected, and its edges', () => {
    const plain = elementsOf(drawn(stateOf(karate(null)), 'graph').svg);
    const chosen = elementsOf(drawn(stateOf(karate(null), { selection: [0] }), 'graph').svg);
    // Three discs make the ring.
    expect(count(chosen, 'circle') - count(plain, 'circle')).toBe(3);
    expect(named(chosen, 'path')[1]?.attributes['d']?.match(/M/g)?.length).toBe(16);
  });

  it('has the axes of a layer of two units, their names and the boundary behind the nodes', () => {
    const state = stateOf(karate(null));
    if (state.projection?.kind !== 'points') throw new Error('expected points');
    // The logits are the two units: the boundary is the diagonal through the origin.
    const readout = {
      of: 'output',
      weight: { numRows: 2, numCols: 2, values: Float32Array.of(1, 0, 0, 1) },
      bias: new Float32Array(2),
    } as const;
    const byAxes: AppState = { ...state, projection: { ...state.projection, method: 'axes', readout } };
    const root = elementsOf(drawn(byAxes, 'embedding').svg);
    const isShape = ({ name }: XmlElement): boolean => name === 'polygon' || name === 'circle';
    expect(count(root, 'polygon')).toBe(2);
    expect(root.filter(isShape)[1]?.name).toBe('polygon');
    // Both axes, dashed.
    const dashed = named(root, 'path').filter(({ attributes }) => attributes['stroke-dasharray'] === '2 4');
    expect(dashed.map(({ attributes }) => attributes['d']?.match(/M/g)?.length)).toEqual([2]);
    const names = ['unit 1', '↑ unit 2', 'boundary: two logits are equal'];
    expect(texts(root)).toEqual(expect.arrayContaining(names));
    // Before the nodes, which they may lie over.
    expect(root.findIndex(({ text }) => text === names[0])).toBeGreaterThan(
      root.findLastIndex(({ name }) => name === 'title'),
    );
    // None of it where the picture has no axes, and none in the graph.
    for (const plain of [drawn(state, 'embedding'), drawn(byAxes, 'graph')])
      expect(count(elementsOf(plain.svg), 'polygon')).toBe(0);
  });

  it('says so where there is no embedding yet', () => {
    const state = { ...stateOf(karate(null)), projection: null };
    expect(texts(elementsOf(drawn(state).svg))).toContain('There is no embedding yet.');
  });

  it('is not there without a graph', () => {
    expect(pictureOf({ ...stateOf(karate(null)), graph: null }, 'both', 'light', TEXTS)).toBeNull();
  });
});

describe('what is written inside nodes', () => {
  const withNames = (nodeNames: readonly string[] | null): GraphData => ({ ...karate(null), nodeNames });
  const written = (data: GraphData): readonly string[] =>
    texts(elementsOf(drawn(stateOf(data), 'graph').svg));

  it('is a name of the graph where it fits, and nothing where it does not', () => {
    const names = Array.from({ length: 34 }, (_, i) => (i % 2 ? `${500_000_001 + i}` : `a${i}`));
    const shown = written(withNames(names));
    expect(shown).toContain('a4');
    expect(shown).not.toContain('4');
    expect(shown).not.toContain('5');
    expect(shown).not.toContain('500000006');
  });

  it('is the index where nodes have no names, or names that are their index', () => {
    for (const data of [withNames(null), karate(null)])
      expect(written(data)).toEqual(expect.arrayContaining(['0', '16', '33']));
  });
});

describe('where points come to lie', () => {
  const box = { x: [0, 4] as [number, number], y: [0, 2] as [number, number] };
  const area = { x: 100, y: 50, width: 456, height: 456 };
  const frame = { ...area, box, padding: 28 };

  it('fills the area but for its padding, with y upwards', () => {
    expect([...placed(Float32Array.of(0, 0, 4, 2), placingOf(frame, WHOLE), area)]).toEqual([
      128, 378, 528, 178,
    ]);
  });

  it('is twice as far apart at half the ratio, around what the camera looks at', () => {
    // The camera looks at (2 + 0.25 * 4, 1): a quarter of the longer side to the right of the middle.
    const camera = { x: 0.75, y: 0.5, ratio: 0.5 };
    expect([...placed(Float32Array.of(3, 1, 4, 1), placingOf(frame, camera), area)]).toEqual([
      328, 278, 528, 278,
    ]);
  });
});

describe('texts of a picture', () => {
  it('are cut with an ellipsis, never within a character', () => {
    expect(shortened('short', 10)).toBe('short');
    expect(shortened('a long name', 6)).toBe('a lon…');
    expect(shortened('😀😀😀😀', 3)).toBe('😀😀…');
    expect(shortened('x'.repeat(10_000_000), 5)).toBe('xxxx…');
  });

  it('are taken for wider where characters are', () => {
    expect(textWidth('日本', 10)).toBe(20);
    expect(textWidth('ab', 10)).toBeCloseTo(11.4);
  });
});
