/** Line by line through the sections of Pajek's files; each begins with `*`. */
import { fail } from '../../base/errors';
import { DistinctNames } from '../distinctNames';
import { at, checkCell, checkNodes, checkTable, quoted } from '../guards';
import type { Cell, ImportFile, ImportLimits } from '../rawGraph';
import type { RawGraphBuilder } from '../rawGraphBuilder';
import { wordsIn } from './pajekRows';

type Section =
  'vertices' | 'arcs' | 'edges' | 'arcslist' | 'edgeslist' | 'matrix' | 'partition' | 'vector' | 'skipped';

/** By the word after `*`, in small letters. */
const SECTIONS: readonly Section[] = ['vertices', 'arcs', 'edges', 'arcslist', 'edgeslist', 'matrix'];
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?$/;

const sentence = (section: Section): string =>
  section === 'edges' ? 'two nodes of an edge' : `two nodes of a line below '*${section}'`;

export class PajekWalk {
  name = '';
  hasNodes = false;
  private file: ImportFile = { name: '', bytes: new Uint8Array() };
  private number = 0;
  private section: Section = 'skipped';
  /** Below `*Partition` or `*Vector`, whose `*Vertices` only counts its rows. */
  private column: string | null = null;
  private row = 0;
  private numNodes = 0;
  private isSkipped = false;
  /** Of several relations: `*Arcs :2 "likes"`. */
  private relation: string | null = null;
  private readonly columns = new DistinctNames(['label', 'mode']);
  private readonly builder: RawGraphBuilder;
  private readonly limits: ImportLimits;

  constructor(builder: RawGraphBuilder, limits: ImportLimits) {
    this.builder = builder;
    this.limits = limits;
  }

  /** @param column what a file beside the network holds; null: it is the network */
  begin(file: ImportFile, column: 'partition' | 'vector' | null): void {
    this.file = file;
    this.section = 'skipped';
    this.column = column === null ? null : this.columns.take(column);
    this.row = 0;
  }

  private area(): string {
    return at(this.file, this.number);
  }

  /** @throws PlaygroundError that names the line */
  line(number: number, text: string): void {
    this.number = number;
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.startsWith('%')) return;
    if (trimmed.startsWith('*')) this.head(trimmed.slice(1));
    else if (this.column !== null) this.value(trimmed);
    else if (this.section !== 'skipped' && !this.isSkipped) this.inSection(text);
  }

  private head(text: string): void {
    const [word = '', ...rest] = text.split(/\s+/);
    const said = word.toLowerCase().replace(/:.*$/, '');
    if (said === 'network') {
      this.column = null;
      if (this.hasNodes) this.skipNetwork();
      else this.name = rest.join(' ').replace(/\.net$/i, '');
      this.section = 'skipped';
      return;
    }
    if (said === 'partition' || said === 'vector') {
      this.column = this.columns.take(
        rest
          .join(' ')
          .replace(/\.(?:clu|vec)$/i, '')
          .slice(0, 60) || said,
      );
      this.row = 0;
      return;
    }
    if (this.column !== null && said === 'vertices') return;
    this.column = null;
    this.section = SECTIONS.find((each) => each === said) ?? 'skipped';
    this.row = 0;
    if (this.section === 'skipped') {
      this.builder.remark(`The part ${quoted(`*${word}`)} was left out.`);
      return;
    }
    if (this.section === 'vertices' && this.hasNodes && !this.isSkipped) this.skipNetwork();
    this.relation = /:\s*\d+\s*"([^"]*)"/.exec(text)?.[1] ?? null;
    if (this.section === 'vertices' && !this.isSkipped) this.vertices(rest);
  }

  private skipNetwork(): void {
    this.isSkipped = true;
    this.builder.remark('The file has several networks; the first was read.');
  }

  /** `*Vertices 5`, or of two modes `*Vertices 5 3`: the first three are of the first. */
  private vertices([count = '', first]: readonly string[]): void {
    const area = this.area();
    if (!/^\d{1,9}$/.test(count))
      throw fail(
        area,
        `expected the number of nodes after '*Vertices', got ${quoted(count)}`,
        'Save it again in Pajek.',
      );
    this.numNodes = Number(count);
    this.hasNodes = true;
    checkNodes(area, this.numNodes, this.limits);
    const firsts = first !== undefined && /^\d{1,9}$/.test(first) ? Number(first) : null;
    for (let node = 1; node <= this.numNodes; node++) {
      const index = this.builder.node(area, String(node));
      if (firsts !== null) this.builder.setNode(area, index, 'mode', node <= firsts ? 1 : 2);
    }
  }

  private inSection(text: string): void {
    const words = wordsIn(this.file, text, this.number, this.limits);
    switch (this.section) {
      case 'vertices':
        return this.vertex(words);
      case 'arcs':
      case 'edges':
        return this.edge(words, this.section === 'arcs');
      case 'arcslist':
      case 'edgeslist':
        return this.list(words, this.section === 'arcslist');
      case 'matrix':
        return this.matrixRow(words);
      default:
    }
  }

  /** @throws PlaygroundError where there is no such node */
  private nodeAt(word: string | undefined): string {
    const number = Number(word);
    if (word !== undefined && Number.isInteger(number) && number >= 1 && number <= this.numNodes)
      return String(number);
    throw fail(
      this.area(),
      `expected ${this.section === 'vertices' ? 'the number of a node' : sentence(this.section)} from 1 to ${this.numNodes}, got ${quoted(word ?? 'nothing')}`,
      'Save it again in Pajek.',
    );
  }

  /** `1 "label" x y z shape key value ...`: all but the number may be missing. */
  private vertex([number, label, x, y, ...rest]: readonly string[]): void {
    const area = this.area();
    const node = Number(this.nodeAt(number)) - 1;
    if (label !== undefined && label !== '') this.builder.setNode(area, node, 'label', label);
    const isPlaced = x !== undefined && y !== undefined && NUMBER.test(x) && NUMBER.test(y);
    // On Pajek's picture y grows downwards.
    if (isPlaced) this.builder.place(node, Number(x), -Number(y));
    const drawn = isPlaced && rest[0] !== undefined && NUMBER.test(rest[0]) ? rest.slice(1) : rest;
    if (drawn.length > 0 || (x !== undefined && !isPlaced))
      this.builder.remark('How nodes were drawn (shapes, sizes, colours) was left out.');
  }

  private add(source: string, target: string, directed: boolean, weight: Cell): void {
    const area = this.area();
    const edge = this.builder.edge(area, source, target, directed);
    if (weight !== null) this.builder.setEdge(area, edge, 'weight', weight);
    if (this.relation !== null) this.builder.setEdge(area, edge, 'relation', this.relation);
  }

  /** `1 2 weight key value ...` */
  private edge([from, to, weight, ...rest]: readonly string[], directed: boolean): void {
    const [source, target] = [this.nodeAt(from), this.nodeAt(to)];
    const isWeight = weight !== undefined && NUMBER.test(weight);
    this.add(source, target, directed, isWeight ? Number(weight) : null);
    const keys = isWeight ? rest : [weight, ...rest];
    const label = keys.indexOf('l');
    const said = label >= 0 ? keys[label + 1] : undefined;
    if (said !== undefined) this.builder.setEdge(this.area(), this.builder.numEdges - 1, 'label', said);
  }

  /** A node and those it is connected to. */
  private list([from, ...others]: readonly string[], directed: boolean): void {
    const source = this.nodeAt(from);
    // In some files a minus sign marks the end of a list.
    for (const to of others) this.add(source, this.nodeAt(to.replace(/^-/, '')), directed, null);
  }

  /** Row by row, one number for each node. */
  private matrixRow(words: readonly string[]): void {
    const area = this.area();
    checkTable(area, 1, words.length);
    const source = this.nodeAt(String(++this.row));
    words.forEach((word, column) => {
      if (!NUMBER.test(word))
        throw fail(area, `expected a number, got ${quoted(word)}`, 'Save it again in Pajek.');
      if (Number(word) !== 0) this.add(source, this.nodeAt(String(column + 1)), true, Number(word));
    });
  }

  /** Of a partition or a vector: one value a line, in the order of the nodes. */
  private value(text: string): void {
    if (this.column === null || this.isSkipped) return;
    const word = text.replace(/^\d+:/, '').trim();
    checkCell(this.area(), word, this.limits);
    if (this.row >= this.numNodes)
      throw fail(
        this.area(),
        `expected a value for each of ${this.numNodes} nodes, got more`,
        'Drop it with the network that it belongs to.',
      );
    this.builder.setNode(this.area(), this.row++, this.column, NUMBER.test(word) ? Number(word) : word);
  }
}
