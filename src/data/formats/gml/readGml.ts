/**
 * GML, the format of Newman's sets, as NetworkX, igraph, Gephi and yEd write it. Source: Himsolt, GML: A Portable Graph
 * File Format, University of Passau, 1996.
 */
import { fail } from '../../base/errors';
import { checkBytes, endsIn, stemOf } from '../guards';
import { Attributes } from '../nested/attributes';
import { Fields, fieldsOf, idOf, textOf } from '../nested/fields';
import type { FormatReader, ImportFile, ImportLimits, RawGraph } from '../rawGraph';
import { RawGraphBuilder } from '../rawGraphBuilder';
import { beginningOf, readText } from '../text';
import { readGmlList, type GmlList } from './gmlLists';
import { GmlTokens } from './gmlTokens';

const ENDINGS = ['.gml'];
/** How a node or an edge is drawn. */
const DRAWN = ['graphics', 'LabelGraphics', 'edgeAnchor'];
/** One way to match each line: nested repetitions would take for ever on lines that nearly fit. */
const BEGINNING = /^(?:\s*(?:#.*|(?:Creator|Version|Comment)\b.*)[\r\n])*\s*graph\s*\[/i;

class GmlWalk {
  private readonly isYUp: boolean;
  private readonly file: ImportFile;
  private readonly tokens: GmlTokens;
  private readonly builder: RawGraphBuilder;
  private readonly attributes: Attributes;

  constructor(file: ImportFile, text: string, builder: RawGraphBuilder, limits: ImportLimits) {
    this.file = file;
    // Gephi alone has y growing upwards.
    this.isYUp = /^\s*Creator\s+"?Gephi/i.test(text);
    this.tokens = new GmlTokens(file, text, limits);
    this.builder = builder;
    this.attributes = new Attributes(builder);
  }

  read(limits: ImportLimits): { graph: Fields; features: RawGraph['features'] } {
    const root = readGmlList({ tokens: this.tokens, limits, each: this.each });
    const found = root['graph'];
    const graph = fieldsOf(Array.isArray(found) ? found[0] : found);
    if (!graph) throw fail(this.file.name, "expected 'graph [ ... ]', got none", 'Export it again, as GML.');
    if (Array.isArray(found)) this.builder.remark('The file has several graphs; they were read as one.');
    const matrix = this.attributes.finish();
    return { graph, features: matrix && { kind: 'dense', matrix } };
  }

  private readonly each = (path: readonly string[], list: GmlList): boolean => {
    const [graph, kind] = path;
    if (path.length !== 2 || graph !== 'graph') return false;
    if (kind === 'node') this.node(new Fields(list));
    else if (kind === 'edge') this.edge(new Fields(list));
    else return false;
    return true;
  };

  /** @throws PlaygroundError when it is not there */
  private id(fields: Fields, key: string): string {
    const id = idOf(fields.get(key));
    if (id !== null) return id;
    throw this.tokens.wrong(
      `expected '${key}' before the bracket closes, got none`,
      'Export it again, as GML.',
    );
  }

  private node(fields: Fields): void {
    const node = this.builder.node(this.file.name, this.id(fields, 'id'));
    this.attributes.node(this.file.name, node, fields, ['id', ...DRAWN]);
    const graphics = fieldsOf(fields.get('graphics'));
    if (!graphics) return;
    const [x, y] = [graphics.get('x'), graphics.get('y')];
    if (typeof x === 'number' && typeof y === 'number') this.builder.place(node, x, this.isYUp ? y : -y);
    if (graphics.keys().some((key) => !['x', 'y', 'z'].includes(key)))
      this.builder.remark(
        'How nodes were drawn (shapes, sizes, colours) was left out; their places were read.',
      );
  }

  private edge(fields: Fields): void {
    const [source, target] = ['source', 'target'].map((end) => this.id(fields, end));
    const edge = this.builder.edge(this.file.name, source, target);
    this.attributes.edge(this.file.name, edge, fields, ['source', 'target', ...DRAWN]);
  }
}

function read(files: readonly ImportFile[], limits: ImportLimits): RawGraph {
  checkBytes(files, limits);
  const [file] = files;
  const { text, remarks } = readText(file);
  const builder = new RawGraphBuilder(limits);
  for (const remark of remarks) builder.remark(remark);
  const { graph, features } = new GmlWalk(file, text, builder, limits).read(limits);
  return builder.finish(file.name, {
    format: 'GML',
    name: textOf(graph.get('name')) || textOf(graph.get('label')) || stemOf(file),
    // By its definition, a graph that says nothing is undirected.
    directed: graph.get('directed') === 1,
    features,
  });
}

export const gmlReader: FormatReader = {
  id: 'gml',
  name: 'GML',
  endings: ENDINGS,
  matches: (files) =>
    files.length === 1 && (endsIn(files[0], ENDINGS) || BEGINNING.test(beginningOf(files[0], 2048))),
  read,
};
