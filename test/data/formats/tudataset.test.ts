import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { edgeColumn, edgesOf, fileOf, nodeColumn, readFiles } from './files';

const FILES = {
  'DS_A.txt': '1, 2\n2, 1\n4,5\n',
  'DS_graph_indicator.txt': '1\n1\n2\n2\n2\n',
  'DS_graph_labels.txt': '-1\n1\n',
  'DS_node_labels.txt': '0\n3\n0\n0\n3\n',
  'DS_node_attributes.txt': '1, 0.5\n2, 0\n3, 0\n4, 0\n5, -1e-1\n',
  'DS_edge_labels.txt': '7\n7\n8\n',
  'DS_edge_attributes.txt': '1\n1\n0.25\n',
  'DS_graph_attributes.txt': '3.5\n4.5\n',
  'README.txt': 'not part of it',
};
type Files = Record<string, string>;
const dropped = (files: Files) => Object.entries(files).map(([name, text]) => fileOf(name, text));
const zipped = (files: Files, folder = 'DS/') => [
  {
    name: 'DS.zip',
    bytes: zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [folder + name, new TextEncoder().encode(text)]),
      ),
    ),
  },
];

const MUTAG = join(
  process.env['DATASETS_DIR'] ?? resolve(import.meta.dirname, '../../../../shared/datasets'),
  'tudataset/MUTAG',
);
const hasMutag = existsSync(join(MUTAG, 'MUTAG_A.txt'));

describe('TUDataset', () => {
  it('reads many graphs as one of separate parts, from an archive or from the files', () => {
    for (const files of [zipped(FILES), zipped(FILES, ''), dropped(FILES)]) {
      const graph = readFiles(files);
      expect(graph.name).toBe('DS');
      expect(edgesOf(graph)).toEqual(['1>2', '2>1', '4>5']);
      expect(nodeColumn(graph, 'graph')).toEqual(['1', '1', '2', '2', '2']);
      expect(nodeColumn(graph, 'graph label')).toEqual(['-1', '-1', '1', '1', '1']);
      expect(nodeColumn(graph, 'graph attribute')).toEqual([3.5, 3.5, 4.5, 4.5, 4.5]);
      expect(nodeColumn(graph, 'node label')).toEqual(['0', '3', '0', '0', '3']);
      expect(graph.labelColumn).toBe('node label');
      expect(edgeColumn(graph, 'edge label')).toEqual(['7', '7', '8']);
      expect(edgeColumn(graph, 'edge attribute')).toEqual([1, 1, 0.25]);
      expect(graph.features).toEqual({
        kind: 'dense',
        matrix: { numRows: 5, numCols: 2, values: Float32Array.of(1, 0.5, 2, 0, 3, 0, 4, 0, 5, -0.1) },
      });
      expect(graph.remarks).toEqual([
        'The 2 graphs of the set are read as one graph of as many separate parts.',
      ]);
    }
  });

  it('takes the class of the graph where nodes have none', () => {
    const { 'DS_node_labels.txt': _, ...without } = FILES;
    const graph = readFiles(dropped(without));
    expect(graph.labelColumn).toBe('graph label');
    expect(graph.remarks).toContain('Its nodes have no labels: each takes that of the graph it belongs to.');
  });

  it('names the file inside the archive and the line', () => {
    const read = (changes: Files) => () => readFiles(zipped({ ...FILES, ...changes }, ''));
    expect(read({ 'DS_A.txt': '1, 2\n2, 6\n' })).toThrow(
      "DS.zip: DS_A.txt, line 2: expected two nodes from 1 to 5, got '2, 6'",
    );
    expect(read({ 'DS_A.txt': '0, 2\n' })).toThrow('DS.zip: DS_A.txt, line 1');
    expect(read({ 'DS_A.txt': '-1, 2\n' })).toThrow('DS.zip: DS_A.txt, line 1');
    expect(read({ 'DS_node_labels.txt': '1\n2\n' })).toThrow(
      'DS.zip: DS_node_labels.txt: expected one line for each of 5 nodes, got 2',
    );
    expect(read({ 'DS_edge_labels.txt': '1\n1\n1\n1\n' })).toThrow(
      'DS.zip: DS_edge_labels.txt, line 4: expected one line for each of 3 edges, got more',
    );
    expect(read({ 'DS_node_attributes.txt': '1\n1\n1, 2\n1\n1\n' })).toThrow(
      'DS_node_attributes.txt, line 3: expected 1 numbers as in the first line, got 2',
    );
    expect(read({ 'DS_node_attributes.txt': '1\n1\nNaN\n1\n1\n' })).toThrow(
      "DS_node_attributes.txt, line 3: expected finite numbers, got 'NaN'",
    );
    expect(read({ 'DS_graph_indicator.txt': '1\n\n1\n' })).toThrow(
      'DS_graph_indicator.txt, line 2: expected a record',
    );
    expect(read({ 'DS_graph_indicator.txt': '1\n999999999\n' })).toThrow(
      'expected graphs numbered without gaps',
    );
    expect(read({ 'XY_A.txt': '1, 2' })).toThrow(
      "DS.zip: expected the files of one set, got those of 'DS, XY'",
    );
  });

  it(hasMutag ? 'reads MUTAG' : 'reads MUTAG (skipped: its files are not on this machine)', ({ skip }) => {
    if (!hasMutag) skip();
    const names = ['A', 'graph_indicator', 'graph_labels', 'node_labels', 'edge_labels'];
    const files = names.map((part) => [
      `MUTAG/MUTAG_${part}.txt`,
      new Uint8Array(readFileSync(join(MUTAG, `MUTAG_${part}.txt`))),
    ]);
    const graph = readFiles([{ name: 'MUTAG.zip', bytes: zipSync(Object.fromEntries(files)) }]);
    expect(graph.nodeIds).toHaveLength(3371);
    expect(graph.source).toHaveLength(7442);
    expect(new Set(nodeColumn(graph, 'graph')).size).toBe(188);
    expect(new Set(nodeColumn(graph, 'node label')).size).toBe(7);
    expect(new Set(nodeColumn(graph, 'graph label')).size).toBe(2);
  });
});
