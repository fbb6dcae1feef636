/** The formats that can be opened, in the words of those who have such files; each names its readers by their ids. */
export const FORMAT_TEXTS: readonly { readonly readers: readonly string[]; readonly text: string }[] = [
  {
    readers: ['edgeList'],
    text: 'A spreadsheet: CSV or TSV with an edge per row, and a table of the nodes beside it if there is one',
  },
  { readers: ['gexf', 'graphml'], text: 'Gephi, yEd, NetworkX: GEXF and GraphML' },
  { readers: ['json'], text: 'JSON: NetworkX node-link, graphology, Cytoscape, D3' },
  { readers: ['matrixMarket'], text: 'A matrix: Matrix Market (.mtx)' },
  {
    readers: ['npz', 'planetoid', 'tudataset'],
    text: "Research sets: NumPy .npz, Planetoid's eight files, TUDataset zip",
  },
];
