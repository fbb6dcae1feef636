/** Files as people really have them, in `cases/`: each must become what its maker would call right. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IMPORT_LIMITS, type ImportFile, type RawGraph } from '../../../src/data/formats/rawGraph';
import { readerFor } from '../../../src/data/formats/readers';
import { buildGraph } from '../../../src/data/import/buildGraph';
import { estimateFor } from '../../../src/data/import/estimate';
import { previewOf } from '../../../src/data/import/preview';
import { edgeColumn, edgesOf, nodeColumn } from '../formats/files';

const caseFile = (name: string): ImportFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`cases/${name}`, import.meta.url))),
});

/** The files as the page would open them: read, looked at, and built with the answers that are filled in. */
function opened(...names: string[]) {
  const files = names.map(caseFile);
  const raw = readerFor(files).read(files, IMPORT_LIMITS);
  const preview = previewOf(raw, files);
  return { raw, preview, graph: buildGraph(raw, preview.suggested, () => {}) };
}

const sizeOf = ({ nodeIds, source }: RawGraph) => [nodeIds.length, source.length];
const sumOf = (raw: RawGraph, column: string) =>
  edgeColumn(raw, column)?.reduce<number>((sum, cell) => sum + Number(cell), 0);

describe('edges between commas', () => {
  it('with blanks after them and whole numbers as weights: comma-blank.csv', () => {
    const { raw, preview } = opened('comma-blank.csv');
    expect(raw.nodeIds).toEqual(['alice', 'bob', 'carol']);
    expect(edgesOf(raw)).toEqual(['alice>bob', 'bob>carol', 'carol>alice']);
    expect(preview.suggested.weight).toBe('weight');
    expect(sumOf(raw, 'weight')).toBe(16);
  });
});

describe('columns of edges', () => {
  it('of ten digits that grow are times, and no weights: temporal.txt', () => {
    const { raw, preview } = opened('temporal.txt');
    expect(sizeOf(raw)).toEqual([5, 4]);
    expect(edgeColumn(raw, 'time')).toEqual([1082040961, 1082155839, 1082414391, 1082414392]);
    expect(preview.suggested.weight).toBeNull();
    expect(preview.remarks.join()).toContain("'time' says when each edge was");
  });

  it('are weights where they are the only numbers: german-weights.csv', () => {
    const { raw, preview, graph } = opened('german-weights.csv');
    expect(edgesOf(raw)).toEqual(['Müller>Groß', 'Groß>Jürgens']);
    expect(preview.suggested.weight).toBe('Anzahl');
    expect([...(graph.edgeWeight ?? [])].sort()).toEqual([3, 3, 5, 5]);
  });
});

describe('columns of nodes', () => {
  it('of sixty classes are a label, and colours are said to repeat: 60-classes-*.csv', () => {
    const { raw, preview, graph } = opened('60-classes-edges.csv', '60-classes-nodes.csv');
    expect(preview.suggested.label).toBe('label');
    expect(estimateFor(raw, preview.suggested).warnings.join()).toContain('repeat after 20');
    expect(graph.labelling.classNames).toHaveLength(60);
  });

  it('have no class where they say nan: nan-*.csv', () => {
    const { raw, graph } = opened('nan-edges.csv', 'nan-nodes.csv');
    expect(graph.labelling.classNames).toEqual(['blue', 'red']);
    expect(graph.labelling.y.filter((label) => label < 0)).toHaveLength(10);
    expect(nodeColumn(raw, 'group')?.[2]).toBeNull();
  });
});

describe('JSON', () => {
  it('keeps ids above 2^53 to the last digit: big-ids.json', () => {
    const { raw } = opened('big-ids.json');
    expect(raw.nodeIds).toEqual(['1234567890123456789', '1234567890123456788', '1234567890123456000']);
    expect(edgesOf(raw)).toEqual([
      '1234567890123456789>1234567890123456788',
      '1234567890123456788>1234567890123456000',
    ]);
  });
});
