import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { LAYERS } from '../../../src/data/run/layers/layers';
import { METHODS } from '../../../src/data/run/methods/methods';
import { TRAIN_PARAMS } from '../../../src/data/run/training';
import { GLOSSARY } from '../../../src/ui/texts/glossary';
import { TERM_IDS, termOf } from '../../../src/ui/texts/terms';
import { TERM_PICTURES, TermPicture } from '../../../src/ui/widgets/term/TermPicture';

describe('the glossary', () => {
  it.each(TERM_IDS)('tells what %s is, in one sentence and a picture of its own', (id) => {
    const { sentence } = GLOSSARY[id];
    expect(sentence).toMatch(/^[A-Z].{20,150}\.$/);
    // One sentence: no full stop before the last.
    expect(sentence.slice(0, -1)).not.toMatch(/[.!?]\s/);
    const drawn = renderToStaticMarkup(createElement(TermPicture, { id }));
    expect(drawn).toMatch(/<(path|circle|rect|text)/);
    expect(drawn).not.toMatch(/NaN|undefined|#[0-9a-f]{3}/);
  });

  it('has nothing that no part of the page can refer to, and no picture twice', () => {
    expect(Object.keys(GLOSSARY).sort()).toEqual([...TERM_IDS].sort());
    expect(Object.keys(TERM_PICTURES).sort()).toEqual([...TERM_IDS].sort());
    const drawn = TERM_IDS.map((id) => renderToStaticMarkup(createElement(TermPicture, { id })));
    expect(new Set(drawn).size).toBe(TERM_IDS.length);
  });

  it('draws within the picture', () => {
    for (const id of TERM_IDS) {
      const drawn = renderToStaticMarkup(createElement(TermPicture, { id }));
      for (const [, name, value] of drawn.matchAll(/\s(c?[xy])="(-?[\d.]+)"/g))
        expect(Number(value), `${id} ${name}`).toBeLessThanOrEqual(name!.endsWith('x') ? 96 : 56);
    }
  });
});

describe('the words of the page', () => {
  const params = [
    ...LAYERS.flatMap((layer) => layer.params),
    ...METHODS.flatMap((method) => method.params),
    ...TRAIN_PARAMS,
  ];

  it.each([...new Set(params.map(({ label }) => label))])('explain the setting %s', (label) => {
    expect(termOf(label)).not.toBeNull();
  });

  it.each([
    'seed',
    'epoch',
    'pause at epoch',
    'method',
    'messages',
    'Embedding',
    'macro F1',
    'train',
    'validation',
    'features',
  ])('explain %s', (label) => expect(termOf(label)).not.toBeNull());

  it('leave other words alone', () => {
    for (const label of ['Data', 'Pace', 'colour', 'nodes', 'backend']) expect(termOf(label)).toBeNull();
  });
});
