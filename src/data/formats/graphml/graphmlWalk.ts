/** What is remembered on the way through a GraphML file, element by element. */
import { fail } from '../../base/errors';
import { at, checkCell } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';
import type { RawGraphBuilder } from '../rawGraphBuilder';
import { declaredValue } from '../xml/declaredValue';
import type { XmlElement, XmlHandler } from '../xml/elements';
import { DOMAINS, type Domain, GraphmlKeys, type Key } from './graphmlKeys';

/** What `<data>` is of; the index is of the node or edge. */
interface Owner {
  readonly domain: Domain;
  readonly index: number;
}

/** A `<data>` or `<default>` whose text is being put together. */
interface Reading {
  readonly line: number;
  readonly done: (text: string) => void;
  text: string;
  /** Open elements inside it: drawings, with texts of their own. */
  inside: string[];
  label: string | null;
}

export class GraphmlWalk implements XmlHandler {
  directed: boolean | null = null;
  /** Of the graph, where it has one. */
  name = '';
  hasGraph = false;
  private readonly keys = new GraphmlKeys();
  /** Declared last; several where it is for several domains. */
  private lastKeys: readonly Key[] = [];
  /** The innermost is last. */
  private readonly owners: Owner[] = [];
  private reading: Reading | null = null;
  /** Elements of a second graph beside the first, or of a hyperedge, that are open. */
  private skipping = 0;
  private readonly file: ImportFile;
  private readonly builder: RawGraphBuilder;
  private readonly limits: ImportLimits;

  constructor(file: ImportFile, builder: RawGraphBuilder, limits: ImportLimits) {
    this.file = file;
    this.builder = builder;
    this.limits = limits;
  }

  open = (element: XmlElement): void => {
    if (this.skipping > 0) this.skipping++;
    else if (this.reading) this.reading.inside.push(element.name);
    else this.openOwn(element);
  };

  private openOwn(element: XmlElement): void {
    switch (element.name) {
      case 'key':
        this.openKey(element);
        return;
      case 'graph':
        this.openGraph(element);
        return;
      case 'hyperedge':
        this.builder.remark('Hyperedges were left out: an edge has two ends here.');
        this.skipping = 1;
        return;
      case 'node':
        this.openNode(element);
        return;
      case 'edge':
        this.openEdge(element);
        return;
      case 'default':
        this.read(element, (text) => this.setDefaults(element, text));
        return;
      case 'data':
        this.openData(element);
        return;
      default:
    }
  }

  close = (name: string): void => {
    const { reading } = this;
    if (this.skipping > 0) {
      this.skipping--;
    } else if (reading && reading.inside.length > 0) {
      reading.inside.pop();
    } else if (reading) {
      this.reading = null;
      reading.done(reading.text);
    } else if (DOMAINS.some((domain) => domain === name)) {
      this.owners.pop();
    }
  };

  text = (text: string): void => {
    const { reading } = this;
    if (!reading || this.skipping > 0) return;
    if (reading.inside.length === 0) reading.text += text;
    else if (reading.inside.at(-1) === 'NodeLabel') reading.label = (reading.label ?? '') + text;
    else return;
    // Checked as it grows, so that a text without an end is not kept.
    checkCell(at(this.file, reading.line), reading.text, this.limits);
    checkCell(at(this.file, reading.line), reading.label ?? '', this.limits);
  };

  private read({ line }: XmlElement, done: (text: string) => void): Reading {
    this.reading = { line, done, text: '', inside: [], label: null };
    return this.reading;
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

  private openKey(element: XmlElement): void {
    const id = this.need(element, 'id');
    const said = element.get('for');
    const only = DOMAINS.filter((domain) => domain === said);
    // `all`, and nothing, is for all; ports and end points are not read.
    const domains = only.length > 0 ? only : said === null || said === 'all' ? DOMAINS : [];
    const [name, type] = [element.get('attr.name'), element.get('attr.type')];
    this.lastKeys = domains.map((domain) => this.keys.declare(domain, id, name, type));
  }

  private setDefaults({ line }: XmlElement, text: string): void {
    const area = at(this.file, line);
    for (const { domain, column, type, isDrawing } of this.lastKeys) {
      if (domain === 'graph' || isDrawing) continue;
      this.builder.setDefault(area, domain, column, declaredValue(this.builder, type, text));
    }
  }

  private openGraph(element: XmlElement): void {
    if (this.hasGraph && this.owners.length === 0) {
      this.builder.remark('The file has several graphs; the first was read.');
      this.skipping = 1;
      return;
    }
    if (!this.hasGraph) this.directed = element.get('edgedefault') === 'directed';
    else this.builder.remark('Groups of nodes were opened: their nodes stand beside the others.');
    this.hasGraph = true;
    this.owners.push({ domain: 'graph', index: 0 });
  }

  private openNode(element: XmlElement): void {
    const area = at(this.file, element.line);
    const index = this.builder.node(area, this.need(element, 'id'));
    this.owners.push({ domain: 'node', index });
  }

  private openEdge(element: XmlElement): void {
    const area = at(this.file, element.line);
    const said = element.get('directed');
    const [source, target] = ['source', 'target'].map((end) => this.need(element, end));
    const index = this.builder.edge(area, source, target, said === null ? null : said === 'true');
    this.owners.push({ domain: 'edge', index });
  }

  private openData(element: XmlElement): void {
    const owner = this.owners.at(-1);
    const id = this.need(element, 'key');
    const reading = this.read(element, (text) => {
      if (!owner) return;
      const area = at(this.file, element.line);
      const key = this.keys.get(owner.domain, id);
      if (!key.isDrawing) {
        this.set(area, owner, key, text);
        return;
      }
      this.builder.remark(
        'Drawings of yEd (shapes, places, colours) were left out; labels of nodes were read.',
      );
      const label = reading.label?.trim();
      if (label && owner.domain === 'node') this.builder.setNode(area, owner.index, 'label', label);
    });
  }

  private set(area: string, { domain, index }: Owner, { column, type }: Key, text: string): void {
    const value = declaredValue(this.builder, type, text);
    if (domain === 'node') this.builder.setNode(area, index, column, value);
    else if (domain === 'edge') this.builder.setEdge(area, index, column, value);
    else if (column === 'name') this.name = text;
  }
}
