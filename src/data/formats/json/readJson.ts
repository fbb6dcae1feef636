/** Graphs in JSON: the dialect is told by the keys at the top. */
import { fail } from '../../base/errors';
import { checkBytes, endsIn, stemOf } from '../guards';
import type { FormatReader, ImportFile, ImportLimits, RawGraph } from '../rawGraph';
import { RawGraphBuilder } from '../rawGraphBuilder';
import { beginningOf, readText } from '../text';
import { Attributes } from '../nested/attributes';
import { cytoscapeJson } from './cytoscapeJson';
import type { Dialect } from './dialect';
import { Fields, fieldsOf, listOf } from '../nested/fields';
import { graphologyJson } from './graphologyJson';
import { jgfJson } from './jgfJson';
import { neighboursJson } from './neighboursJson';
import { nodeLinkJson } from './nodeLinkJson';
import { nxAdjacencyJson } from './nxAdjacencyJson';
import { parseJson } from './parseJson';

/** In the order in which they are asked. */
const DIALECTS: readonly Dialect[] = [
  cytoscapeJson,
  graphologyJson,
  nxAdjacencyJson,
  jgfJson,
  nodeLinkJson,
  neighboursJson,
];
const ENDINGS = ['.json', '.cyjs'];
const NEXT =
  'NetworkX: json.dump(networkx.node_link_data(G), file); graphology: JSON.stringify(graph.export()).';

/** A list at the top is Cytoscape's elements, or links without nodes. */
function rootOf(value: unknown): Fields | null {
  const list = listOf(value);
  if (!list) return fieldsOf(value);
  const isElements = fieldsOf(list[0])?.has('data') === true;
  return new Fields(isElements ? { elements: list } : { links: list });
}

/** Parsed all at once, objects take some twenty times their text: more than this may end the tab. */
const JSON_BYTES = 100 * 2 ** 20;

function read(files: readonly ImportFile[], limits: ImportLimits): RawGraph {
  checkBytes(files, { ...limits, bytes: Math.min(limits.bytes, JSON_BYTES) });
  const [file] = files;
  const { text, remarks } = readText(file);
  const { value, replaced } = parseJson(file, text, limits);
  const root = rootOf(value);
  const dialect = root && DIALECTS.find(({ matches }) => matches(root));
  if (!root || !dialect) {
    const keys =
      root &&
      root
        .keys()
        .slice(0, 6)
        .map((key) => key.slice(0, 30));
    throw fail(
      file.name,
      `expected a graph with 'nodes' and 'links' (or 'edges', or 'elements'), got ${keys ? `an object with ${keys.join(', ') || 'no keys'}` : 'a single value'}`,
      NEXT,
    );
  }
  const builder = new RawGraphBuilder(limits);
  for (const remark of remarks) builder.remark(remark);
  if (replaced > 0) builder.remark(`${replaced} NaN or Infinity were read as missing values.`);
  const attributes = new Attributes(builder);
  const { name, directed } = dialect.add(file, root, builder, attributes);
  const matrix = attributes.finish();
  return builder.finish(file.name, {
    format: dialect.name,
    name: name || stemOf(file),
    directed,
    features: matrix && { kind: 'dense', matrix },
    places: ['x', 'y'],
  });
}

export const jsonReader: FormatReader = {
  id: 'json',
  name: 'JSON',
  endings: ENDINGS,
  matches: (files) =>
    files.length === 1 &&
    (endsIn(files[0], ENDINGS) || /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(beginningOf(files[0]))),
  read,
};
