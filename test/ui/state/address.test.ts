import { describe, expect, it } from 'vitest';
import { withEdge, withLabel } from '../../../src/data/spec/edits';
import { defaultRun } from '../../../src/data/spec/defaults';
import { formatAddress, parseAddress, type Scene } from '../../../src/ui/state/address';
import { defaultLayer } from '../../../src/data/spec/layers/defaults';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';

const karate = defaultRun({ id: 'karate', labelling: null });
const standard: Scene = { draft: karate, view: DEFAULT_VIEW };

describe('the address', () => {
  it('says only what differs from the defaults', () => {
    expect(formatAddress(standard)).toBe('#data=karate');
    expect(formatAddress({ ...standard, draft: { ...karate, seed: 3 } })).toBe('#data=karate&seed=3');
  });

  it('opens Karate Club when it is empty', () => {
    expect(parseAddress('')).toEqual({ ...standard, problems: [] });
  });

  it('reads #data=cora&seed=3', () => {
    const { draft, problems } = parseAddress('#data=cora&seed=3');
    expect(problems).toEqual([]);
    expect(draft).toEqual({ ...defaultRun({ id: 'cora', labelling: null }), seed: 3 });
  });

  it('gives back the scene that was written', () => {
    const cora = defaultRun({ id: 'cora', labelling: null });
    const scenes: Scene[] = [
      {
        draft: {
          ...cora,
          seed: 12,
          edits: withLabel(withEdge(cora.edits, 5, 9), 7, null),
          training: {
            ...cora.training,
            learningRate: 0.03,
            epochs: 50,
            normaliseFeatures: false,
            dropout: 0,
          },
          model: {
            id: 'gcn',
            method: null,
            layers: [
              defaultLayer('gcn', { width: 32, activation: 'tanh' }),
              defaultLayer('linear', { width: 8, norm: 'layer', residual: true }),
              defaultLayer('gcn', { activation: 'none', bias: true }),
            ],
          },
        },
        view: { ...DEFAULT_VIEW, colourBy: 'split', layer: 'z', method: 'pca', selection: [3, 14], pace: 20 },
      },
      {
        draft: defaultRun({ id: 'karate', labelling: 'modularity' }),
        view: { ...DEFAULT_VIEW, pace: null },
      },
    ];
    for (const scene of scenes) {
      const read = parseAddress(formatAddress(scene));
      expect(read.problems).toEqual([]);
      expect({ draft: read.draft, view: read.view }).toEqual(scene);
    }
  });

  it.each([
    ['#data=nowhere', 'data'],
    ['#seed=-1', 'seed'],
    ['#seed=abc', 'seed'],
    ['#lr=NaN', 'learningRate'],
    ['#layers=gcn*width.0,gcn', 'width'],
    ['#layers=gcn*activation.magic,gcn', 'activation'],
    ['#layers=' + Array.from({ length: 9 }, () => 'gcn').join(), 'layers'],
    ['#colour=__proto__', 'colour'],
    ['#layer=<script>', 'layer'],
    ['#select=1.2.x', 'select'],
    ['#pace=0', 'pace'],
    ['#labels=none', 'labels'],
    ['#model=unheard', 'model'],
    ['#layers=none,gcn', 'kind'],
    ['#layers=gcn*size.3,gcn', 'size'],
    ['#unheard=1', 'unheard'],
  ])('opens the default for %s, and names what it left out', (hash, named) => {
    const { draft, view, problems } = parseAddress(hash);
    expect({ draft, view }).toEqual(standard);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(named);
  });
});
