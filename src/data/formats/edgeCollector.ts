/** Edges collected while their count is not known yet. */
import { checkEdges } from './guards';
import type { ImportLimits } from './rawGraph';

export class EdgeCollector {
  private ends = new Int32Array(2048);
  private count = 0;
  private readonly area: string;
  private readonly limits: ImportLimits;

  /** `area`: named in the error of too many edges. */
  constructor(area: string, limits: ImportLimits) {
    this.area = area;
    this.limits = limits;
  }

  /** @throws PlaygroundError when there are more than allowed */
  add(source: number, target: number): void {
    checkEdges(this.area, this.count + 1, this.limits);
    const at = 2 * this.count++;
    if (at === this.ends.length) {
      const larger = new Int32Array(2 * at);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.ends[at] = source;
    this.ends[at + 1] = target;
  }

  get length(): number {
    return this.count;
  }

  edges(): { source: Int32Array; target: Int32Array } {
    const source = new Int32Array(this.count);
    const target = new Int32Array(this.count);
    for (let e = 0; e < this.count; e++) {
      source[e] = this.ends[2 * e];
      target[e] = this.ends[2 * e + 1];
    }
    return { source, target };
  }
}
