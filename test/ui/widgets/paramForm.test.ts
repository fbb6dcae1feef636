import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { GCN_LAYER } from '../../../src/data/run/layers/gcn';
import type { Param, ParamValue } from '../../../src/data/run/params';
import { TRAIN_PARAMS } from '../../../src/data/run/training';
import { ParamForm } from '../../../src/ui/widgets/ParamForm';

const note = (key: string): string | null => (key === 'learningRate' ? 'from epoch 41 on' : null);

function markup(params: readonly Param[], values: Readonly<Record<string, ParamValue>>): string {
  return renderToStaticMarkup(createElement(ParamForm<string>, { params, values, note, onChange: () => {} }));
}

const defaults = (params: readonly Param[]): Record<string, ParamValue> =>
  Object.fromEntries(params.map((param) => [param.key, param.default]));

describe('a form of descriptors', () => {
  it.each([
    ['training', TRAIN_PARAMS],
    ['a layer', GCN_LAYER.params],
  ])('has one named control for each setting of %s', (_name, params) => {
    const html = markup(params, defaults(params));
    expect(html.match(/<(input|select)\b/g)).toHaveLength(params.length);
    for (const { label, help } of params) {
      expect(html).toContain(`>${label}<`);
      expect(html).toContain(`title="${help}"`);
    }
  });

  it('shows the values it is given', () => {
    const html = markup(TRAIN_PARAMS, { ...defaults(TRAIN_PARAMS), epochs: 137, learningRate: 0.02 });
    expect(html).toContain('value="137"');
    expect(html).toContain('>0.02<');
  });

  it('says from when on a setting holds, and ties it to its control', () => {
    const html = markup(TRAIN_PARAMS, defaults(TRAIN_PARAMS));
    const id = /<p id="([^"]+)"[^>]*>from epoch 41 on/.exec(html)?.[1];
    expect(id).toBeDefined();
    expect(html).toContain(`aria-describedby="${id}"`);
  });
});
