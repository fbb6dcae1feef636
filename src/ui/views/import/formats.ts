/** The formats that can be opened, in the words of those who have such files; each names its readers by their ids. */
export const FORMAT_TEXTS: readonly { readonly readers: readonly string[]; readonly text: string }[] = [
  {
    readers: ['edgeList'],
    text: 'A spreadsheet: .xlsx, CSV or TSV with an edge per row, and a table of the nodes beside it if there is one',
  },
  { readers: ['gexf', 'graphml', 'gml', 'gdf'], text: 'Gephi, yEd, NetworkX: GEXF, GraphML, GML, GDF' },
  { readers: ['json'], text: 'JSON: NetworkX, graphology, Cytoscape, JSON Graph Format, D3, vis.js' },
  { readers: ['pajek'], text: 'Pajek: .net and .paj, with .clu and .vec beside them' },
  {
    readers: ['neo4j'],
    text: "Neo4j's import tables: as many as there are kinds of nodes and relationships",
  },
  { readers: ['matrixMarket'], text: 'A matrix: Matrix Market (.mtx)' },
  {
    readers: ['npz', 'planetoid', 'tudataset'],
    text: "Research sets: NumPy .npz, Planetoid's eight files, TUDataset zip",
  },
];
