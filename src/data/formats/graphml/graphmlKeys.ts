/** The keys of a GraphML file: what `<data key="d0">` means, for nodes, for edges and for the graph. */
import { DistinctNames } from '../distinctNames';

export const DOMAINS = ['node', 'edge', 'graph'] as const;
export type Domain = (typeof DOMAINS)[number];

export interface Key {
  readonly domain: Domain;
  readonly column: string;
  /** In small letters. */
  readonly type: string;
  /** A drawing of yEd or the like: no value. */
  readonly isDrawing: boolean;
}

export class GraphmlKeys {
  private readonly keys: Record<Domain, Map<string, Key>> = {
    node: new Map(),
    edge: new Map(),
    graph: new Map(),
  };
  private readonly columns: Record<Domain, DistinctNames> = {
    node: new DistinctNames(['label']),
    edge: new DistinctNames(),
    graph: new DistinctNames(),
  };

  declare(domain: Domain, id: string, name: string | null, type: string | null): Key {
    // yEd's drawings have no name of an attribute and a type of their own.
    const isDrawing = name === null && type === null;
    // A node's `label` is its label, whoever declares it.
    const column = domain === 'node' && name === 'label' ? name : this.columns[domain].take(name || id);
    const key: Key = { domain, column, type: (type ?? 'string').toLowerCase(), isDrawing };
    this.keys[domain].set(id, key);
    return key;
  }

  /** A key that is not declared is text. */
  get(domain: Domain, id: string): Key {
    return this.keys[domain].get(id) ?? this.declare(domain, id, id, 'string');
  }
}
