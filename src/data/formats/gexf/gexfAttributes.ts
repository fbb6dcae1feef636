/** The attributes that a GEXF file declares, by their ids, and their values as columns by their titles. */
import { DistinctNames } from '../distinctNames';
import type { RawGraphBuilder } from '../rawGraphBuilder';
import { declaredValue } from '../xml/declaredValue';

type Class = 'node' | 'edge';

interface Declared {
  readonly column: string;
  /** In small letters. */
  readonly type: string;
}

export class GexfAttributes {
  private readonly declared: Record<Class, Map<string, Declared>> = { node: new Map(), edge: new Map() };
  private readonly columns: Record<Class, DistinctNames> = {
    // Of what nodes have as an attribute of the element itself; nearly all do.
    node: new DistinctNames(['label']),
    edge: new DistinctNames(),
  };
  /** Columns of what edges have as attributes of the element itself. */
  private readonly plain = new Map<string, string>();
  private last: Declared | null = null;
  private readonly builder: RawGraphBuilder;

  constructor(builder: RawGraphBuilder) {
    this.builder = builder;
  }

  declare(of: Class, id: string, title: string | null, type: string): Declared {
    this.last = { column: this.columns[of].take(title || id), type: type.toLowerCase() };
    this.declared[of].set(id, this.last);
    return this.last;
  }

  /** Of the attribute declared last. */
  setDefault(of: Class, area: string, text: string): void {
    if (!this.last) return;
    const { column, type } = this.last;
    this.builder.setDefault(area, of, column, declaredValue(this.builder, type, text));
  }

  private put(of: Class, area: string, index: number, { column, type }: Declared, text: string): void {
    const value = declaredValue(this.builder, type, text);
    if (of === 'node') this.builder.setNode(area, index, column, value);
    else this.builder.setEdge(area, index, column, value);
  }

  /** Values of attributes that are not declared are text. */
  set(of: Class, area: string, index: number, id: string, text: string): void {
    const declared = this.declared[of].get(id) ?? this.declare(of, id, null, 'string');
    this.put(of, area, index, declared, text);
  }

  /** What is written as an attribute of the edge itself. */
  setPlain(area: string, edge: number, name: string, type: string, text: string): void {
    const column = this.plain.get(name) ?? this.columns.edge.take(name);
    this.plain.set(name, column);
    this.put('edge', area, edge, { column, type }, text);
  }
}
