/**
 * Puts a RawGraph together node by node and edge by edge, for formats in which attributes come with each node. Names
 * of nodes and of attributes are keys of Maps, so `__proto__` is a name like any other.
 */
import { EdgeCollector } from './edgeCollector';
import { checkCell, checkEdges, checkNodes, checkTable, quoted } from './guards';
import type { Cell, Column, ImportLimits, RawGraph } from './rawGraph';

const MAX_NAME_LENGTH = 200;
const ROWS_BETWEEN_CHECKS = 1024;
/** Ids named in a remark. */
const NAMED = 3;

/** One value for each of a growing number of rows, in columns that begin when they are first heard of. */
class Table {
  private readonly columns = new Map<string, Cell[]>();
  private readonly defaults = new Map<string, Cell>();
  set(area: string, row: number, name: string, value: Cell): void {
    let column = this.columns.get(name);
    if (!column) {
      checkTable(area, row + 1, this.columns.size + 1);
      this.columns.set(name, (column = []));
    } else if (row % ROWS_BETWEEN_CHECKS === 0) {
      checkTable(area, row + 1, this.columns.size);
    }
    while (column.length < row) column.push(null);
    column[row] = value;
  }
  /** For rows that say nothing. Filled in at the end, when it is known whether the table fits. */
  setDefault(area: string, name: string, value: Cell): void {
    this.defaults.set(name, value);
    checkTable(area, 1, this.defaults.size);
  }
  /** Columns without a single value say nothing and are dropped. */
  finish(area: string, rows: number): Column[] {
    for (const name of this.defaults.keys()) if (!this.columns.has(name)) this.columns.set(name, []);
    checkTable(area, rows, this.columns.size);
    for (const [name, value] of this.defaults) {
      const values = this.columns.get(name) ?? [];
      for (let row = 0; row < rows; row++) values[row] ??= value;
    }
    const filled = [...this.columns].filter(([, values]) => values.some((value) => value !== null));
    for (const [, values] of filled) while (values.length < rows) values.push(null);
    return filled.map(([name, values]) => ({ name, values }));
  }
}

/** What only the format knows. */
export interface RawGraphFacts extends Pick<RawGraph, 'format' | 'name'> {
  /** Of edges that do not say it themselves; null: the file does not say. */
  readonly directed: boolean | null;
  readonly features?: RawGraph['features'];
  readonly edgeLines?: Int32Array;
  readonly table?: RawGraph['table'];
  readonly typeColumn?: string | null;
  /** Columns of nodes that are their positions, if every node has a number in both. */
  readonly places?: readonly [string, string];
}

export class RawGraphBuilder {
  private readonly ids: string[] = [];
  private readonly indexOfId = new Map<string, number>();
  private readonly ends: EdgeCollector;
  /** Per edge; null: not said. */
  private readonly isDirected: (boolean | null)[] = [];
  private readonly nodes = new Table();
  private readonly edges = new Table();
  private readonly placed = new Map<number, readonly [number, number]>();
  private readonly declared = new Set<number>();
  private readonly remarks: string[] = [];
  private notFinite = 0;
  private readonly repeated: string[] = [];
  private numRepeated = 0;
  private readonly limits: ImportLimits;

  constructor(limits: ImportLimits) {
    this.limits = limits;
    this.ends = new EdgeCollector('edges', limits);
  }

  get numNodes(): number {
    return this.ids.length;
  }

  get numEdges(): number {
    return this.ends.length;
  }

  has(id: string): boolean {
    return this.indexOfId.has(id);
  }

  private indexFor(area: string, id: string): number {
    const known = this.indexOfId.get(id);
    if (known !== undefined) return known;
    checkCell(area, id, this.limits);
    checkNodes(area, this.ids.length + 1, this.limits);
    this.indexOfId.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }

  /** A node that the file lists. Listed again, its later attributes stand. */
  node(area: string, id: string): number {
    const index = this.indexFor(area, id);
    if (this.declared.has(index)) {
      this.numRepeated++;
      if (this.repeated.length < NAMED) this.repeated.push(quoted(id));
    }
    this.declared.add(index);
    return index;
  }

  /** A node that is there though the file has no list of nodes: by itself on a line, or in the margin of a matrix. */
  mention(area: string, id: string): number {
    return this.indexFor(area, id);
  }

  /** An edge between nodes by their ids; nodes that are not listed are added. Returns the edge's index. */
  edge(area: string, source: string, target: string, directed: boolean | null = null): number {
    checkEdges(area, this.ends.length + 1, this.limits);
    this.ends.add(this.indexFor(area, source), this.indexFor(area, target));
    return this.isDirected.push(directed) - 1;
  }

  private plain(area: string, value: Cell): Cell {
    if (typeof value === 'string') checkCell(area, value, this.limits);
    if (typeof value !== 'number' || Number.isFinite(value)) return value;
    this.notFinite++;
    return null;
  }

  setNode(area: string, index: number, name: string, value: Cell): void {
    this.nodes.set(area, index, name, this.plain(area, value));
  }

  setEdge(area: string, index: number, name: string, value: Cell): void {
    this.edges.set(area, index, name, this.plain(area, value));
  }

  /** Of all nodes, or edges, that have no value of their own. */
  setDefault(area: string, of: 'node' | 'edge', name: string, value: Cell): void {
    (of === 'node' ? this.nodes : this.edges).setDefault(area, name, this.plain(area, value));
  }

  /** Places that are no finite numbers are as good as none. */
  place(index: number, x: number, y: number): void {
    const inFloats = [Math.fround(x), Math.fround(y)] as const;
    if (inFloats.every(Number.isFinite)) this.placed.set(index, inFloats);
  }

  remark(sentence: string): void {
    if (!this.remarks.includes(sentence)) this.remarks.push(sentence);
  }

  /** Takes the positions out of two columns; returns the columns that are left. */
  private placeBy(places: readonly [string, string], columns: readonly Column[]): readonly Column[] {
    const [x, y] = places.map((name) => columns.find((column) => column.name === name));
    if (!x || !y || this.placed.size > 0) return columns;
    const isPlace = (value: Cell): boolean =>
      typeof value === 'number' && Number.isFinite(Math.fround(value));
    if (![x, y].every(({ values }) => values.every(isPlace))) return columns;
    x.values.forEach((value, node) => this.place(node, Number(value), Number(y.values[node])));
    this.remark(`${quoted(x.name)} and ${quoted(y.name)} of the nodes were read as their positions.`);
    return columns.filter((column) => column !== x && column !== y);
  }

  private positions(): Float32Array | null {
    if (this.placed.size === 0) return null;
    if (this.placed.size < this.ids.length) {
      this.remark(
        `Only ${this.placed.size} of ${this.ids.length} nodes have a position; all are laid out anew.`,
      );
      return null;
    }
    const positions = new Float32Array(2 * this.ids.length);
    for (const [index, place] of this.placed) positions.set(place, 2 * index);
    // All in one place, as programs write that have no places to write, they are no picture.
    const isPicture = positions.some((value, k) => value !== positions[k % 2]);
    return isPicture || this.ids.length === 1 ? positions : null;
  }

  /** Of directed and undirected edges together, the undirected ones are written in both directions. */
  private directions(area: string, directed: boolean | null, edgeColumns: readonly Column[]) {
    const { source, target } = this.ends.edges();
    const said = this.isDirected.map((way) => way ?? directed);
    const kinds = new Set(said);
    if (!kinds.has(true)) {
      return { directed: kinds.has(false) ? false : directed, source, target, edgeColumns };
    }
    if (kinds.size === 1) return { directed: true, source, target, edgeColumns };
    const both = [...said.keys()].filter((edge) => said[edge] !== true && source[edge] !== target[edge]);
    checkEdges(area, source.length + both.length, this.limits);
    this.remark(
      `Directed and undirected edges stand together; the ${both.length === 1 ? 'undirected one was' : `${both.length} undirected ones were`} written in both directions.`,
    );
    const of = (array: Int32Array, other: Int32Array): Int32Array => {
      const longer = new Int32Array(array.length + both.length);
      longer.set(array);
      both.forEach((edge, i) => (longer[array.length + i] = other[edge]));
      return longer;
    };
    return {
      directed: true,
      source: of(source, target),
      target: of(target, source),
      edgeColumns: edgeColumns.map(({ name, values }) => ({
        name,
        values: [...values, ...both.map((edge) => values[edge] ?? null)],
      })),
    };
  }

  finish(
    area: string,
    { format, name, directed, features = null, places, edgeLines, table: rows, typeColumn }: RawGraphFacts,
  ): RawGraph {
    const edgeColumns = this.edges.finish(area, this.ends.length);
    const table = this.nodes.finish(area, this.ids.length);
    const nodeColumns = places ? this.placeBy(places, table) : table;
    const ways = this.directions(area, directed, edgeColumns);
    const positions = this.positions();
    const added = this.ids.filter((_, index) => !this.declared.has(index));
    if (this.declared.size > 0 && added.length > 0) {
      const names = added.slice(0, NAMED).map((id) => quoted(id));
      this.remark(
        `${added.length === 1 ? '1 node is' : `${added.length} nodes are`} named by edges only (${names.join(', ')}${added.length > NAMED ? ', ...' : ''}); ${added.length === 1 ? 'it was' : 'they were'} added without attributes.`,
      );
    }
    if (this.numRepeated > 0) {
      this.remark(
        `${this.numRepeated === 1 ? '1 node is' : `${this.numRepeated} nodes are`} listed again (${this.repeated.join(', ')}${this.numRepeated > NAMED ? ', ...' : ''}); what is said last stands.`,
      );
    }
    if (this.notFinite > 0) {
      this.remark(
        this.notFinite === 1
          ? '1 value is no finite number (NaN, Infinity); it was read as missing.'
          : `${this.notFinite} values are no finite numbers (NaN, Infinity); they were read as missing.`,
      );
    }
    return {
      format,
      name: name.trim().slice(0, MAX_NAME_LENGTH) || 'graph',
      nodeIds: this.ids,
      nodeColumns,
      ...ways,
      edgeLines: edgeLines ?? null,
      table: rows ?? null,
      typeColumn: typeColumn ?? null,
      features,
      labelColumn: null,
      splitColumn: null,
      positions,
      remarks: this.remarks,
    };
  }
}
