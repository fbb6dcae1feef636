import { describe, expect, it } from 'vitest';
import { edgeColumn, edgesOf, nodeColumn, readText } from './files';

const NEWMAN = `Creator "Mark Newman on Sat Jul 22 05:32:16 2006"
graph
[
  # books about politics
  directed 0
  node
  [
    id 0
    label "&quot;1000 Years&quot; &#38; more"
    value "n"
  ]
  node [ id 1 label "B" value "c" ]
  node [ id 20000000000000001 value "007" ]
  edge [ source 0 target 1 weight 2.5 ]
  edge [ source 1 target 20000000000000001 weight 1e0 ]
]`;

describe('GML', () => {
  it("is read as Newman's sets are: labels, values and weights as columns, ids to the last digit", () => {
    const graph = readText('polbooks.gml', NEWMAN);
    expect(graph).toMatchObject({ format: 'GML', name: 'polbooks', directed: false, remarks: [] });
    expect(graph.nodeIds).toEqual(['0', '1', '20000000000000001']);
    expect(edgesOf(graph)).toEqual(['0>1', '1>20000000000000001']);
    expect(nodeColumn(graph, 'label')).toEqual(['"1000 Years" & more', 'B', null]);
    expect(nodeColumn(graph, 'value')).toEqual(['n', 'c', '007']);
    expect(edgeColumn(graph, 'weight')).toEqual([2.5, 1]);
  });

  it('takes a key that is repeated for a list, and the same list of every node for features', () => {
    const graph = readText('g.gml', 'graph [ node [ id 1 x 1 x 2 ] node [ id 2 x 3 x 4 ] name "two" ]');
    expect(graph.name).toBe('two');
    expect(graph.features).toMatchObject({ kind: 'dense', matrix: { numCols: 2 } });
  });

  it('takes places from how nodes are drawn: downwards on a screen, upwards for Gephi', () => {
    const drawn =
      'graph [ node [ id 1 graphics [ x 1 y 2 fill "#F00" ] ] node [ id 2 graphics [ x 3 y -4 ] ] ]';
    const graph = readText('g.gml', `Creator "yFiles"\n${drawn}`);
    expect([...(graph.positions ?? [])]).toEqual([1, -2, 3, 4]);
    expect(graph.nodeColumns).toEqual([]);
    expect(graph.remarks).toEqual([
      'How nodes were drawn (shapes, sizes, colours) was left out; their places were read.',
    ]);
    expect([...(readText('g.gml', `Creator Gephi\n${drawn}`).positions ?? [])]).toEqual([1, 2, 3, -4]);
  });

  it('counts what is no finite number as missing', () => {
    const graph = readText(
      'g.gml',
      'graph [ node [ id 1 a NAN ] node [ id 2 a 1 ] edge [ source 1 target 2 ] ]',
    );
    expect(nodeColumn(graph, 'a')).toEqual([null, 1]);
    expect(graph.remarks).toEqual(['1 value is no finite number (NaN, Infinity); it was read as missing.']);
  });

  it.each([
    ['graph [\n node [ label "a" ]\n]', "g.gml, line 2: expected 'id' before the bracket closes, got none"],
    ['graph [\n node [ id 1 ]\n', "g.gml, line 3: expected a key or ']', got the end of the file"],
    ['graph [\n node [ id 1 label "a ]\n]', 'g.gml, line 2: expected the quotation mark that is opened here'],
    ['graph [ node ] ]', "g.gml, line 1: expected a value of 'node', got ']'"],
    ['Creator "x"', "g.gml: expected 'graph [ ... ]', got none"],
    [`graph ${'[ a '.repeat(100)}`, 'expected at most 64 brackets inside each other, got more'],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => readText('g.gml', text)).toThrow(message);
  });

  it('keeps to the limits', () => {
    expect(() => readText('g.gml', NEWMAN, { nodes: 2 })).toThrow('expected at most 2 nodes, got more');
    expect(() => readText('g.gml', NEWMAN, { edges: 1 })).toThrow('expected at most 1 edges, got more');
    expect(() => readText('g.gml', NEWMAN, { cell: 5 })).toThrow('expected cells of at most 5 characters');
  });

  it('passes over a million comments', () => {
    const graph = readText('g.gml', `graph [ node [ id 1 ] ${'#\n'.repeat(1_000_000)}]`);
    expect(graph.nodeIds).toEqual(['1']);
  });
});
