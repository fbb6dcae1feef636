/** Formats by name: what each file of `cases/` must become. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportFile } from '../../../src/data/formats/rawGraph';
import { buildGraph } from '../../../src/data/import/buildGraph';
import { estimateFor } from '../../../src/data/import/estimate';
import { previewOf } from '../../../src/data/import/preview';
import { edgeColumn, edgesOf, nodeColumn, readFiles } from '../formats/files';

const caseFile = (name: string): ImportFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`cases/${name}`, import.meta.url))),
});
const read = (...names: string[]) => readFiles(names.map(caseFile));

describe('files that people really have', () => {
  it('nodes as an object, by their ids', () => {
    const graph = read('nodes-object.json');
    expect(graph.nodeIds).toEqual(['a', 'b']);
    expect(edgesOf(graph)).toEqual(['a>b']);
    expect(nodeColumn(graph, 'g')).toEqual([1, 2]);
    expect(graph.remarks).toEqual([]);
  });

  it('adjacency data of NetworkX: every edge once, though both of its nodes list it', () => {
    const graph = read('nx-adjacency.json');
    expect(graph).toMatchObject({ format: 'NetworkX adjacency (JSON)', directed: false, remarks: [] });
    expect(edgesOf(graph)).toEqual(['0>1', '1>2']);
  });

  it('JSON Graph Format, with labels, metadata and relations as columns', () => {
    const graph = read('jgf.json');
    expect(graph).toMatchObject({ format: 'JSON Graph Format', name: 'demo', directed: true, remarks: [] });
    expect(edgesOf(graph)).toEqual(['a>b', 'b>c']);
    expect(nodeColumn(graph, 'label')).toEqual(['Anna', 'Bert', 'Cleo']);
    expect(nodeColumn(graph, 'role')).toEqual(['x', 'y', 'x']);
    expect(edgeColumn(graph, 'relation')).toEqual(['knows', null]);
  });

  it("vis.js: ends called 'from' and 'to'", () => {
    const graph = read('visjs.json');
    expect(edgesOf(graph)).toEqual(['1>2']);
    expect(nodeColumn(graph, 'group')).toEqual(['x', 'y']);
    expect(edgeColumn(graph, 'from')).toBeUndefined();
    expect(graph.remarks).toEqual([]);
  });

  it("Neo4j's tables, whichever comes first", () => {
    for (const names of [
      ['neo4j-persons.csv', 'neo4j-knows.csv'],
      ['neo4j-knows.csv', 'neo4j-persons.csv'],
    ]) {
      const graph = read(...names);
      expect(graph).toMatchObject({ format: 'Neo4j tables', directed: true, remarks: [] });
      expect(graph.nodeIds).toEqual(['1', '2', '3']);
      expect(edgesOf(graph)).toEqual(['1>2', '2>3']);
      expect(nodeColumn(graph, 'name')).toEqual(['Adam', 'Eve', 'Jim']);
      expect(nodeColumn(graph, 'label')).toEqual(['Person', 'Person', 'Admin']);
      expect(edgeColumn(graph, 'type')).toEqual(['KNOWS', 'KNOWS']);
    }
    expect(edgesOf(read('neo4j-knows.csv'))).toEqual(['1>2', '2>3']);
  });

  it('GML with lines that end in CR and LF', () => {
    const graph = read('gml-crlf.gml');
    expect(graph).toMatchObject({ format: 'GML', directed: true, nodeIds: ['0'], remarks: [] });
    expect(nodeColumn(graph, 'label')).toEqual(['A']);
  });

  it('Pajek with lines that end in CR and LF', () => {
    const graph = read('pajek-crlf.net');
    expect(graph).toMatchObject({ format: 'Pajek', name: 'x', directed: false, remarks: [] });
    expect(edgesOf(graph)).toEqual(['1>2']);
    expect(nodeColumn(graph, 'label')).toEqual(['a', 'b']);
  });

  it('GDF, though it is called .csv', () => {
    const graph = read('netvizz-gdf.csv');
    expect(graph).toMatchObject({ format: 'GDF', directed: null, remarks: [] });
    expect(edgesOf(graph)).toEqual(['s1>s2']);
    expect(nodeColumn(graph, 'label')).toEqual(['Site 1', 'Site 2']);
  });

  it('GEXF with an edge of weight 0: the preview says so', () => {
    const raw = read('zero-weight.gexf');
    expect(edgeColumn(raw, 'weight')).toEqual([0, 2]);
    const { suggested } = previewOf(raw, []);
    expect(estimateFor(raw, suggested).warnings).toContain(
      '1 edge has the weight 0; it carries no message and is left out.',
    );
    expect(buildGraph(raw, suggested, () => {}).edgeIndex.source).toHaveLength(2);
  });

  it('GEXF with colours: they are left out, and that is said', () => {
    const raw = read('colours.gexf');
    expect(raw.nodeColumns.map(({ name }) => name)).toEqual(['label']);
    expect(raw.remarks).toEqual([
      'Colours, sizes and shapes that the file has for its picture were left out: colours here say what is learned.',
    ]);
  });
});
