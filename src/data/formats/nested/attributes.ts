/** Attributes of nodes and edges in JSON: plain values are columns, objects are flattened once, lists of numbers are features. */
import type { DenseMatrix } from '../../graph/graphData';
import type { RawGraphBuilder } from '../rawGraphBuilder';
import { type Fields, fieldsOf, isCell, listOf } from './fields';

/** What libraries of the field call their matrix of features; of several lists the first of these is taken. */
const FEATURE_NAMES = ['x', 'features', 'feature', 'feat', 'attr', 'embedding'];

/** Lists of numbers by attribute, then node. */
class Lists {
  private readonly byName = new Map<string, Map<number, readonly unknown[]>>();

  set(name: string, node: number, list: readonly unknown[]): void {
    const lists = this.byName.get(name) ?? new Map<number, readonly unknown[]>();
    this.byName.set(name, lists.set(node, list));
  }

  /** The one attribute that every node has with the same length; the others are named in a remark. */
  matrix(builder: RawGraphBuilder): DenseMatrix | null {
    const whole = [...this.byName].filter(([, lists]) => {
      const width = lists.get(0)?.length ?? 0;
      return (
        width > 0 && lists.size === builder.numNodes && [...lists.values()].every((l) => l.length === width)
      );
    });
    const rank = (name: string): number => {
      const known = FEATURE_NAMES.indexOf(name.toLowerCase());
      return known < 0 ? FEATURE_NAMES.length : known;
    };
    const [taken] = whole.toSorted(([a], [b]) => rank(a) - rank(b));
    const left = [...this.byName.keys()].filter((name) => name !== taken?.[0]);
    if (left.length > 0) {
      builder.remark(
        `Lists under ${left.slice(0, 5).join(', ').slice(0, 200)} were left out: features are one list of numbers of the same length for every node.`,
      );
    }
    return taken ? this.dense(builder, taken[0], taken[1]) : null;
  }

  private dense(
    builder: RawGraphBuilder,
    name: string,
    lists: ReadonlyMap<number, readonly unknown[]>,
  ): DenseMatrix {
    const numRows = builder.numNodes;
    const numCols = lists.get(0)?.length ?? 0;
    const values = new Float32Array(numRows * numCols);
    let missing = 0;
    for (const [node, list] of lists) {
      list.forEach((value, column) => {
        const number = Math.fround(Number(value ?? Number.NaN));
        if (Number.isFinite(number)) values[node * numCols + column] = number;
        else missing++;
      });
    }
    builder.remark(`'${name.slice(0, 40)}' was read as ${numCols} features of each node.`);
    if (missing > 0) builder.remark(`${missing} features are no finite numbers; they were read as 0.`);
    return { numRows, numCols, values };
  }
}

/** A number, or the null that stands for one that JSON has not. */
const isNumbers = (list: readonly unknown[]): boolean =>
  list.some((value) => typeof value === 'number') &&
  list.every((value) => typeof value === 'number' || value === null);

export class Attributes {
  private readonly lists = new Lists();
  private readonly left = new Set<string>();
  private readonly builder: RawGraphBuilder;

  constructor(builder: RawGraphBuilder) {
    this.builder = builder;
  }

  private each(
    fields: Fields,
    except: readonly string[],
    set: (name: string, value: unknown) => boolean,
  ): void {
    for (const [name, value] of fields) {
      if (except.includes(name) || set(name, value)) continue;
      const inner = fieldsOf(value);
      if (!inner) this.left.add(name);
      else for (const [key, own] of inner) if (!set(`${name}.${key}`, own)) this.left.add(`${name}.${key}`);
    }
  }

  node(area: string, node: number, fields: Fields, except: readonly string[] = []): void {
    this.each(fields, except, (name, value) => {
      const list = listOf(value);
      if (list && isNumbers(list)) this.lists.set(name, node, list);
      else if (isCell(value)) this.builder.setNode(area, node, name, value);
      else return false;
      return true;
    });
  }

  edge(area: string, edge: number, fields: Fields, except: readonly string[] = []): void {
    this.each(fields, except, (name, value) => {
      if (isCell(value)) this.builder.setEdge(area, edge, name, value);
      return isCell(value);
    });
  }

  /** The matrix of features, once all nodes and edges are there. */
  finish(): DenseMatrix | null {
    const matrix = this.lists.matrix(this.builder);
    if (this.left.size > 0) {
      const names = [...this.left].slice(0, 5).map((name) => name.slice(0, 40));
      this.builder.remark(
        `Attributes that are lists, or objects in objects, were left out: ${names.join(', ')}${this.left.size > 5 ? ', ...' : ''}.`,
      );
    }
    return matrix;
  }
}
