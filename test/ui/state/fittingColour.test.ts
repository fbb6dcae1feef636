import { describe, expect, it } from 'vitest';
import { karate } from '../../../src/data/generators/karate';
import type { GraphData } from '../../../src/data/graph/graphData';
import { fittingColour, OF_LABELS } from '../../../src/ui/state/fittingColour';

const labelled = karate(null);
const bare: GraphData = { ...labelled, labelling: { ...labelled.labelling, classNames: [] } };

describe('what nodes are coloured by', () => {
  it('is their place in the embedding where a graph has no labels', () => {
    for (const mode of OF_LABELS) expect(fittingColour(mode, bare, labelled)).toBe('embedding');
    expect(fittingColour('unit', bare, labelled)).toBe('unit');
  });

  it('is the prediction again on the next graph that has labels', () => {
    expect(fittingColour('embedding', labelled, bare)).toBe('prediction');
    expect(fittingColour('unit', labelled, bare)).toBe('unit');
  });

  it('stays what was chosen among graphs with labels', () => {
    expect(fittingColour('embedding', labelled, labelled)).toBe('embedding');
    expect(fittingColour('class', labelled, null)).toBe('class');
  });
});
