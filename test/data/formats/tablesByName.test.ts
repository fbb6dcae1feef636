/** GDF and Neo4j: tables whose header says what they are. */
import { describe, expect, it } from 'vitest';
import { edgeColumn, edgesOf, fileOf, nodeColumn, readFiles, readText } from './files';

describe('GDF', () => {
  const GDF = `nodedef>name VARCHAR,label VARCHAR,year INTEGER,x DOUBLE,y DOUBLE,color VARCHAR
a,'Ann, A',1999,1,2,'1,2,3'
b,"Bob's",2001,3,4,
c,007,,5,6,
edgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE,directed BOOLEAN
a,b,1.5,true
b,c,2,true`;

  it('is read with columns as they are declared, and positions', () => {
    const graph = readText('g.gdf', GDF);
    expect(graph).toMatchObject({ format: 'GDF', directed: true });
    expect(edgesOf(graph)).toEqual(['a>b', 'b>c']);
    expect(nodeColumn(graph, 'label')).toEqual(['Ann, A', "Bob's", '007']);
    expect(nodeColumn(graph, 'year')).toEqual([1999, 2001, null]);
    expect(edgeColumn(graph, 'weight')).toEqual([1.5, 2]);
    expect([...(graph.positions ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(graph.remarks).toEqual([
      'How nodes and edges were drawn (sizes, colours) was left out.',
      "'x' and 'y' of the nodes were read as their positions.",
    ]);
  });

  it.each([
    ['nodedef>name\na,b', "g.gdf, line 2: expected 1 cells as declared, got 2: 'a,b'"],
    ['a,b', "g.gdf, line 1: expected 'nodedef>' and the columns of the nodes, got 'a,b'"],
    ['nodedef>id\na', "g.gdf: expected a column 'name', got id"],
    ['nodedef>name,l\na,"b', 'g.gdf, line 2: expected the quotation mark that is opened here to be closed'],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => readText('g.gdf', text)).toThrow(message);
  });
});

describe("Neo4j's tables", () => {
  const PERSONS = fileOf(
    'persons.csv',
    'personId:ID(P),name,born:int,:LABEL\n1,Adam,1980,Person\n2,"Eve, E",,Boss',
  );
  const FILMS = fileOf('films.tsv', 'id:ID(F)\ttitle:string\tx:IGNORE\n1\t007\tz\n');
  const SAW = fileOf('saw.csv', ':START_ID(P),:END_ID(F),:TYPE,stars:float\n1,1,SAW,2.5\n2,1,MADE,\n');

  it('keep ids of different spaces apart, and the columns of each kind', () => {
    const graph = readFiles([FILMS, SAW, PERSONS]);
    expect(graph.nodeIds).toEqual(['F 1', 'P 1', 'P 2']);
    expect(edgesOf(graph)).toEqual(['P 1>F 1', 'P 2>F 1']);
    expect(nodeColumn(graph, 'name')).toEqual([null, 'Adam', 'Eve, E']);
    expect(nodeColumn(graph, 'title')).toEqual(['007', null, null]);
    expect(nodeColumn(graph, 'born')).toEqual([null, 1980, null]);
    expect(nodeColumn(graph, 'x')).toBeUndefined();
    expect(edgeColumn(graph, 'type')).toEqual(['SAW', 'MADE']);
    expect(edgeColumn(graph, 'stars')).toEqual([2.5, null]);
  });

  it('say what is missing', () => {
    expect(() => readFiles([PERSONS])).toThrow(
      'got tables of nodes alone. Drop the tables of nodes together',
    );
    expect(() => readFiles([fileOf('r.csv', ':START_ID,:TYPE\n1,x')])).toThrow("expected a column ':END_ID'");
    expect(() => readFiles([fileOf('r.csv', ':START_ID,:END_ID\n1,')])).toThrow(
      'r.csv, line 2: expected the id of a node, got an empty cell',
    );
  });
});
