/** load_data of a script: the same graph, features, classes and split that the run has at its epoch. */
import { zipSync } from 'fflate';
import { writeNpy } from '../formats/npy';
import type { GraphData } from '../graph/graphData';
import { hasEdits } from '../run/edits';
import { editsAt, type RunSpec } from '../run/runSpec';
import { graphArrays, type GraphArrays } from './arrays';
import { arrayLiteral } from './literalArrays';
import { indented, list, plain, text } from './literals';

/** A script with more text than this is handed out with its arrays in a file beside it. */
const LONGEST_TEXT = 200_000;
/** Arrays of more bytes are not compressed to find out. */
const MOST_BYTES = 4_000_000;

export interface DataPart {
  readonly code: string;
  /** Modules of the standard library that it needs. */
  readonly imports: readonly string[];
  /** What goes beside the script. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
  /** Where the script gets its data: decides on its arguments. */
  readonly source: 'planetoid' | 'script' | 'file';
}

/** As PyTorch Geometric calls them. */
const PLANETOID = new Map([
  ['cora', 'Cora'],
  ['citeseer', 'CiteSeer'],
  ['pubmed', 'PubMed'],
]);

/** @param graph as it is at the epoch, edits included; @param stem of file names */
export function dataPart(run: RunSpec, graph: GraphData, epoch: number, stem: string): DataPart {
  const planetoid = PLANETOID.get(run.data.id);
  if (planetoid && !hasEdits(editsAt(run, epoch))) return fromPlanetoid(planetoid, run, graph);
  const arrays = graphArrays(graph);
  const bytes = arrays.arrays.reduce((sum, { values }) => sum + values.byteLength, 0);
  if (bytes > MOST_BYTES) return beside(run, graph, arrays, `${stem}.npz`);
  const written = arrays.arrays.map((array) => `${text(array.name)}: ${arrayLiteral(array)},`);
  const size = written.reduce((sum, line) => sum + line.length, 0);
  return size <= LONGEST_TEXT
    ? inScript(run, graph, arrays, written)
    : beside(run, graph, arrays, `${stem}.npz`);
}

/** Methods without layers look at no features, and rows of the identity have sum 1. */
const normalised = ({ training, model }: RunSpec, { features }: GraphData): string =>
  training.normaliseFeatures && !model.method && features.kind !== 'identity'
    ? `
    # Rows are divided by the sum of their absolute values; those without anything stay as they are.
    total = data.x.abs().sum(dim=1, keepdim=True)
    data.x = data.x / total.masked_fill(total == 0, 1)`
    : '';

/** More names than this would bury the script. */
const MOST_FEATURE_NAMES = 2000;

const hasNames = ({ featureNames }: GraphData): boolean =>
  featureNames !== undefined && featureNames.length <= MOST_FEATURE_NAMES;

/** What classes are called, and columns of x where the file names them. */
function namesOf(graph: GraphData): string {
  const classes = `CLASS_NAMES = ${list(graph.labelling.classNames.map(text))}`;
  return hasNames(graph)
    ? `${classes}\n# Of the columns of x.\nFEATURE_NAMES = ${list((graph.featureNames ?? []).map(text))}`
    : classes;
}

function fromPlanetoid(name: string, run: RunSpec, graph: GraphData): DataPart {
  const unknown = Array.from(graph.labelling.y.keys()).filter((node) => graph.labelling.y[node] < 0);
  const isKnown = unknown.length === 0;
  const unlabelled = isKnown
    ? ''
    : `
    # Of these the files know nothing but their citations.
    data.y[${indented(list(unknown.map(String))).trimStart()}] = -1`;
  return {
    source: 'planetoid',
    files: [],
    imports: [],
    code: `${namesOf(graph)}


def load_data(args):
    """${name} with its public split: downloaded into --root, unless its raw files are there already."""
    data = Planetoid(args.root, name=${text(name)}, split="public")[0]${unlabelled}
    data.target = data.y${normalised(run, graph)}
    return data`,
  };
}

const UNPACKED = `def unpacked(dtype, shape, packed):
    """An array from base64 of its compressed bytes."""
    return np.frombuffer(zlib.decompress(base64.b64decode(packed)), dtype).reshape(shape)`;

const MASK = `def mask_of(nodes, num_nodes):
    chosen = torch.zeros(num_nodes, dtype=torch.bool)
    chosen[torch.from_numpy(np.array(nodes, np.int64))] = True
    return chosen`;

function inScript(run: RunSpec, graph: GraphData, arrays: GraphArrays, written: readonly string[]): DataPart {
  const isPacked = written.some((line) => line.includes('unpacked('));
  return {
    source: 'script',
    files: [],
    imports: isPacked ? ['base64', 'zlib'] : [],
    code: [
      namesOf(graph),
      ...(isPacked ? [UNPACKED] : []),
      MASK,
      `def load_data(args):
    """${plain(graph.name)}: ${sizesOf(graph)}."""
    arrays = {
${indented(written.join('\n'), 8)}
    }
${construction(run, graph, arrays)}`,
    ].join('\n\n\n'),
  };
}

function beside(run: RunSpec, graph: GraphData, arrays: GraphArrays, file: string): DataPart {
  const packed = zipSync(
    Object.fromEntries(
      arrays.arrays.map(({ name, shape, values }) => [`${name}.npy`, writeNpy(values, shape)]),
    ),
    // The same graph gives the same bytes.
    { mtime: '1980-01-01', level: 1 },
  );
  return {
    source: 'file',
    files: [{ name: file, bytes: new Uint8Array(packed) }],
    imports: ['os'],
    code: `${namesOf(graph)}


${MASK}


def load_data(args):
    """${plain(graph.name)}: ${sizesOf(graph)}, from the file beside this script."""
    arrays = np.load(args.data)
${construction(run, graph, arrays)}`,
  };
}

const sizesOf = ({ numNodes, edgeIndex }: GraphData): string =>
  `${numNodes} nodes, ${edgeIndex.source.length} directed edges`;

function construction(
  run: RunSpec,
  graph: GraphData,
  { arrays, isMirrored, hasLoops, features }: GraphArrays,
): string {
  const has = (name: string): boolean => arrays.some((array) => array.name === name);
  const number = (name: string, type = '') => `torch.from_numpy(np.array(arrays[${text(name)}]${type}))`;
  const lines = [
    `num_nodes = ${graph.numNodes}`,
    `edge_index = ${number('edges', ', np.int64')}.t().contiguous()`,
  ];
  if (has('edge_weight')) lines.push(`edge_weight = ${number('edge_weight')}`);
  if (isMirrored) {
    lines.push('# Every edge is written once, and carries messages both ways.');
    if (hasLoops)
      lines.push('other = edge_index[0] != edge_index[1]  # a self-loop carries its message once');
    const others = hasLoops ? '[:, other]' : '';
    lines.push(`edge_index = torch.cat([edge_index, edge_index${others}.flip(0)], dim=1)`);
    if (has('edge_weight'))
      lines.push(`edge_weight = torch.cat([edge_weight, edge_weight${hasLoops ? '[other]' : ''}])`);
  }
  lines.push(...featureLines(graph, features, has('x_value')));
  lines.push(`y = ${number('y', ', np.int64')}`);
  lines.push('data = Data(');
  lines.push('    x=x,', '    edge_index=edge_index,');
  if (has('edge_weight')) lines.push('    edge_weight=edge_weight,');
  if (has('edge_attr')) lines.push(`    edge_attr=${number('edge_attr')},`);
  lines.push('    y=y,');
  lines.push(`    target=${has('target') ? number('target', ', np.int64') : 'y'},`);
  for (const part of ['train', 'val', 'test'])
    lines.push(`    ${part}_mask=mask_of(${has(part) ? `arrays[${text(part)}]` : '[]'}, num_nodes),`);
  if (hasNames(graph)) lines.push('    feature_names=FEATURE_NAMES,');
  lines.push(')');
  return `${indented(lines.join('\n'))}${normalised(run, graph)}\n    return data`;
}

function featureLines(
  graph: GraphData,
  form: GraphArrays['features'],
  hasValues: boolean,
): readonly string[] {
  const { features } = graph;
  if (features.kind === 'identity') return ['x = torch.eye(num_nodes)'];
  if (form === 'dense') return ['x = torch.from_numpy(np.array(arrays["x"]))'];
  const { numCols } = features.matrix;
  const value = hasValues ? 'torch.from_numpy(np.array(arrays["x_value"]))' : '1';
  return [
    '# The entries that are not zero: how many each node has, and their columns.',
    'rows = np.repeat(np.arange(num_nodes), arrays["x_per_node"])',
    `x = torch.zeros(num_nodes, ${numCols})`,
    `x[torch.from_numpy(rows), torch.from_numpy(np.array(arrays["x_column"], np.int64))] = ${value}`,
  ];
}
