import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/data/graph/applyEdits';
import { karate } from '../../../src/data/generators/karate';
import { NO_EDITS } from '../../../src/data/run/edits';
import { fittingType, inscriptionsOf } from '../../../src/ui/canvas/inscription';
import { paddingFor } from '../../../src/ui/canvas/sizes';

describe('what is written inside a node', () => {
  it('is its own name, even where another node has that index', () => {
    expect([0, 1, 2].map(inscriptionsOf({ nodeNames: ['3', ' 1007 ', '2'] }))).toEqual(['3', '1007', '2']);
  });

  it('is the index of a graph without names', () => {
    expect([0, 1, 2].map(inscriptionsOf({ nodeNames: null }))).toEqual(['0', '1', '2']);
  });

  it('is the index where names are the index with a word to it, also of a node that was added', () => {
    const edited = applyEdits(karate(null), { ...NO_EDITS, addedNodes: [{ x: 0, y: 0 }] });
    expect(Array.from({ length: 35 }, (_, i) => inscriptionsOf(edited)(i))).toEqual(
      Array.from({ length: 35 }, (_, i) => `${i}`),
    );
  });
});

describe('the type inside a node', () => {
  const widthOf = (characters: number) => (type: number) => 0.6 * characters * type;

  it('follows the radius while the text fits', () => {
    expect(fittingType(10, widthOf(2))).toBeCloseTo(10.5);
    expect(fittingType(40, widthOf(2))).toBe(13);
  });

  it('is smaller for a longer text, and none where it could not be read', () => {
    const type = fittingType(12, widthOf(4))!;
    expect(widthOf(4)(type)).toBeCloseTo(12 * 1.9);
    expect(fittingType(7, widthOf(3))).toBeGreaterThan(7);
    expect(fittingType(12, widthOf(9))).toBeNull();
    expect(fittingType(4.9, widthOf(1))).toBeNull();
  });
});

describe('the room around a picture', () => {
  it('is what the largest node with its rings takes, at the size of marks', () => {
    expect(paddingFor(Float32Array.of(2, 13, 8), 1)).toBe(22);
    expect(paddingFor(Float32Array.of(2, 13, 8), 0.7)).toBe(17);
    expect(paddingFor(Float32Array.of(), 1)).toBe(9);
  });
});
