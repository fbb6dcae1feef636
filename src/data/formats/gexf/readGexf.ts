/** GEXF 1.1 to 1.3, as Gephi, NetworkX and graphology write it. https://gexf.net */
import { fail } from '../../base/errors';
import { at, checkBytes, checkCell, endsIn, stemOf } from '../guards';
import type { FormatReader, ImportFile, ImportLimits, RawGraph } from '../rawGraph';
import { RawGraphBuilder } from '../rawGraphBuilder';
import { beginningOf, readText } from '../text';
import { eachElement, type XmlElement } from '../xml/elements';
import { GexfAttributes } from './gexfAttributes';

const ENDINGS = ['.gexf'];

/** What the walk through the file remembers. */
class GexfWalk {
  directed: boolean | null = null;
  hasGraph = false;
  /** As NetworkX writes it; the format has none. */
  name = '';
  private readonly file: ImportFile;
  private readonly builder: RawGraphBuilder;
  private readonly limits: ImportLimits;
  private readonly attributes: GexfAttributes;
  /** Nodes may stand in nodes; the innermost is last. */
  private readonly nodes: number[] = [];
  private edge: number | null = null;
  /** Of the `<attributes>` the walk is in. */
  private attributesOf: 'node' | 'edge' = 'node';
  /** A `<default>`, in pieces; null outside of one. */
  private defaultText: string | null = null;
  private line = 0;

  constructor(file: ImportFile, builder: RawGraphBuilder, limits: ImportLimits) {
    this.file = file;
    this.limits = limits;
    this.builder = builder;
    this.attributes = new GexfAttributes(builder);
  }

  /** @throws PlaygroundError when it is not there */
  private need(element: XmlElement, attribute: string): string {
    const value = element.get(attribute);
    if (value !== null) return value;
    throw fail(
      at(this.file, element.line),
      `expected <${element.name}> with the attribute '${attribute}', got none`,
    );
  }

  open = (element: XmlElement): void => {
    switch (element.name) {
      case 'graph':
        this.hasGraph = true;
        this.name = element.get('name') ?? '';
        // By its schema, a file that says nothing is undirected.
        this.directed = element.get('defaultedgetype') === 'directed';
        if (element.get('mode') === 'dynamic') {
          this.builder.remark('Times were left out: what comes and goes in time is there always.');
        }
        return;
      case 'attributes':
        this.attributesOf = element.get('class') === 'edge' ? 'edge' : 'node';
        return;
      case 'attribute':
        this.attributes.declare(
          this.attributesOf,
          this.need(element, 'id'),
          element.get('title'),
          element.get('type') ?? 'string',
        );
        return;
      case 'default':
        this.defaultText = '';
        this.line = element.line;
        return;
      case 'node':
        this.openNode(element);
        return;
      case 'edge':
        this.openEdge(element);
        return;
      case 'attvalue':
        this.attvalue(element);
        return;
      case 'position':
        this.position(element);
        return;
      case 'color':
      case 'size':
      case 'shape':
      case 'thickness':
        this.builder.remark(
          'Colours, sizes and shapes that the file has for its picture were left out: colours here say what is learned.',
        );
        return;
      default:
    }
  };

  close = (name: string): void => {
    if (name === 'node') this.nodes.pop();
    if (name === 'edge') this.edge = null;
    if (name !== 'default' || this.defaultText === null) return;
    this.attributes.setDefault(this.attributesOf, at(this.file, this.line), this.defaultText);
    this.defaultText = null;
  };

  text = (text: string): void => {
    if (this.defaultText === null) return;
    this.defaultText += text;
    checkCell(at(this.file, this.line), this.defaultText, this.limits);
  };

  private openNode(element: XmlElement): void {
    const area = at(this.file, element.line);
    const node = this.builder.node(area, this.need(element, 'id'));
    this.nodes.push(node);
    const label = element.get('label');
    if (label !== null) this.builder.setNode(area, node, 'label', label);
  }

  private openEdge(element: XmlElement): void {
    const area = at(this.file, element.line);
    const type = element.get('type');
    const edge = this.builder.edge(
      area,
      this.need(element, 'source'),
      this.need(element, 'target'),
      type === null ? null : type === 'directed',
    );
    this.edge = edge;
    for (const name of ['weight', 'label', 'kind']) {
      const text = element.get(name);
      if (text !== null)
        this.attributes.setPlain(area, edge, name, name === 'weight' ? 'double' : 'string', text);
    }
  }

  private attvalue(element: XmlElement): void {
    const area = at(this.file, element.line);
    const value = element.get('value') ?? '';
    // `id` in GEXF 1.0.
    const key = element.get('for') ?? this.need(element, 'id');
    const node = this.nodes.at(-1);
    if (this.edge !== null) this.attributes.set('edge', area, this.edge, key, value);
    else if (node !== undefined) this.attributes.set('node', area, node, key, value);
  }

  private position(element: XmlElement): void {
    const node = this.nodes.at(-1);
    const [x, y] = [element.get('x'), element.get('y')];
    if (node !== undefined && x !== null && y !== null) this.builder.place(node, Number(x), Number(y));
  }
}

function read(files: readonly ImportFile[], limits: ImportLimits): RawGraph {
  checkBytes(files, limits);
  const [file] = files;
  const { text, remarks } = readText(file);
  const builder = new RawGraphBuilder(limits);
  for (const remark of remarks) builder.remark(remark);
  const walk = new GexfWalk(file, builder, limits);
  eachElement(file, text, limits, walk);
  if (!walk.hasGraph) {
    throw fail(file.name, 'expected <gexf> with a <graph> in it, got neither', 'Export it again, as GEXF.');
  }
  return builder.finish(file.name, {
    format: 'GEXF',
    name: walk.name || stemOf(file),
    directed: walk.directed,
  });
}

export const gexfReader: FormatReader = {
  id: 'gexf',
  name: 'GEXF',
  endings: ENDINGS,
  matches: (files) =>
    files.length === 1 && (endsIn(files[0], ENDINGS) || /<gexf[\s>]/.test(beginningOf(files[0]))),
  read,
};
