/** Names for columns, each once: a second `weight` is `weight (2)`. */
export class DistinctNames {
  private readonly taken: Set<string>;
  /** The number to try next, so that a thousand columns of one name take a thousand steps. */
  private readonly next = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.taken = new Set(taken);
  }

  take(name: string): string {
    let own = name;
    let again = this.next.get(name) ?? 2;
    while (this.taken.has(own)) own = `${name} (${again++})`;
    this.next.set(name, again);
    this.taken.add(own);
    return own;
  }
}
