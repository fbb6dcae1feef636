/** Something that is told to whoever listens. */
export class Signal<T = void> {
  private readonly listeners = new Set<(value: T) => void>();

  /** @returns takes the listener away again */
  add(listener: (value: T) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  tell(value: T): void {
    for (const listener of this.listeners) listener(value);
  }

  clear(): void {
    this.listeners.clear();
  }
}
