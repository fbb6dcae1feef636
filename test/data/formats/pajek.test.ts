import { describe, expect, it } from 'vitest';
import { edgeColumn, edgesOf, fileOf, nodeColumn, readFiles, readText } from './files';

const NET = `% a comment
*Network small world
*Vertices 4
1 "Ann B." 0.1 0.2 0.5 ellipse ic Red
2 "Bob" 0.3 0.4 0.5
3 c 0.5 0.5
4 "d" .9 1e-1
*Arcs :1 "likes"
1 2 3 c Blue
2 1 1.5
*Edges
3 4 l "both ways"
`;

describe('Pajek', () => {
  it('is read with labels, places, weights and relations; edges beside arcs go both ways', () => {
    const graph = readText('g.net', NET);
    expect(graph).toMatchObject({ format: 'Pajek', name: 'small world', directed: true });
    expect(edgesOf(graph)).toEqual(['1>2', '2>1', '3>4', '4>3']);
    expect(nodeColumn(graph, 'label')).toEqual(['Ann B.', 'Bob', 'c', 'd']);
    expect(edgeColumn(graph, 'weight')).toEqual([3, 1.5, null, null]);
    expect(edgeColumn(graph, 'label')).toEqual([null, null, 'both ways', 'both ways']);
    expect([...(graph.positions ?? [])].slice(0, 2)).toEqual([Math.fround(0.1), -Math.fround(0.2)]);
    expect(graph.remarks).toEqual([
      'How nodes were drawn (shapes, sizes, colours) was left out.',
      'Directed and undirected edges stand together; the undirected one was written in both directions.',
    ]);
  });

  it('reads lists of neighbours, nodes without a line of their own, and matrices', () => {
    expect(edgesOf(readText('g.net', '*Vertices 3\n*Edgeslist\n1 2 3\n'))).toEqual(['1>2', '1>3']);
    const matrix = readText('g.net', '*Vertices 2\n*Matrix\n0 2.5\n1 0\n');
    expect(edgesOf(matrix)).toEqual(['1>2', '2>1']);
    expect(edgeColumn(matrix, 'weight')).toEqual([2.5, 1]);
  });

  it('says which of two modes a node is of', () => {
    expect(nodeColumn(readText('g.net', '*Vertices 3 1\n*Edges\n1 2\n1 3'), 'mode')).toEqual([1, 2, 2]);
  });

  it('takes a partition and a vector beside the network for columns of its nodes, in either order', () => {
    const files = [
      fileOf('g.clu', '*Vertices 2\r\n1\r\n2\r\n'),
      fileOf('g.vec', '*Vertices 2\n0.5\n1.5\n'),
      fileOf('g.net', '*Vertices 2\n1 a\n2 b\n*Edges\n1 2\n'),
    ];
    const graph = readFiles(files);
    expect(nodeColumn(graph, 'partition')).toEqual([1, 2]);
    expect(nodeColumn(graph, 'vector')).toEqual([0.5, 1.5]);
  });

  it('takes them out of a project too, and the first of several networks', () => {
    const one = '*Network a\n*Vertices 2\n*Edges\n1 2\n';
    const graph = readText(
      'g.paj',
      `${one}*Partition club.clu\n*Vertices 2\n1\n2\n*Network b\n*Vertices 9\n`,
    );
    expect(graph.nodeIds).toEqual(['1', '2']);
    expect(nodeColumn(graph, 'club')).toEqual([1, 2]);
    expect(graph.remarks).toEqual(['The file has several networks; the first was read.']);
  });

  it.each([
    ['*Vertices two', "g.net, line 1: expected the number of nodes after '*Vertices', got 'two'"],
    ['*Vertices 2\n*Edges\n1 3', "g.net, line 3: expected two nodes of an edge from 1 to 2, got '3'"],
    ['*Vertices 2\n1 "a', 'g.net, line 2: expected the quotation mark that is opened here to be closed'],
    ['*Network', "g.net: expected '*Vertices' and the number of nodes, got none"],
    ['*Vertices 1\n*Partition p\n1\n2', 'g.net, line 4: expected a value for each of 1 nodes, got more'],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => readText('g.net', text)).toThrow(message);
  });

  it('keeps to the limits, before it makes as many nodes as the file announces', () => {
    expect(() => readText('g.net', '*Vertices 900000000')).toThrow(
      'expected at most 500,000 nodes, got 900,000,000',
    );
    expect(() => readText('g.net', NET, { edges: 2 })).toThrow('expected at most 2 edges, got more');
  });
});
