/** Nodes by where they are: what lies near a point, or in a rectangle, without asking every node. */

/** On average in a cell. */
const NODES_PER_CELL = 4;
const MOST_CELLS = 2 ** 18;

export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export class NodeGrid {
  private readonly columns: number;
  private readonly rows: number;
  private readonly cell: number;
  private readonly left: number;
  private readonly bottom: number;
  private readonly offsets: Int32Array;
  private readonly nodes: Int32Array;

  /** @param places x, y per node, interleaved; nodes that are nowhere are in no cell */
  constructor(places: Float32Array) {
    const numNodes = places.length / 2;
    let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < numNodes; i++) {
      const [x, y] = [places[2 * i]!, places[2 * i + 1]!];
      if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < bottom) bottom = y;
      if (y > top) top = y;
    }
    const [width, height] = left > right ? [1, 1] : [right - left || 1, top - bottom || 1];
    const cells = Math.max(1, Math.min(MOST_CELLS, numNodes / NODES_PER_CELL));
    // A picture much longer than it is wide has as many cells, in a row.
    this.cell = Math.max(Math.sqrt((width * height) / cells), Math.max(width, height) / cells);
    this.left = left > right ? 0 : left;
    this.bottom = left > right ? 0 : bottom;
    this.columns = Math.floor(width / this.cell) + 1;
    this.rows = Math.floor(height / this.cell) + 1;
    const cellOf = (i: number): number => {
      const [x, y] = [places[2 * i]!, places[2 * i + 1]!];
      if (!Number.isFinite(x) || !Number.isFinite(y)) return -1;
      return this.column(x) + this.columns * this.row(y);
    };
    this.offsets = new Int32Array(this.columns * this.rows + 1);
    for (let i = 0; i < numNodes; i++) {
      const cell = cellOf(i);
      if (cell >= 0) this.offsets[cell + 1]! += 1;
    }
    for (let cell = 0; cell < this.columns * this.rows; cell++)
      this.offsets[cell + 1]! += this.offsets[cell]!;
    const next = this.offsets.slice();
    this.nodes = new Int32Array(this.offsets.at(-1)!);
    for (let i = 0; i < numNodes; i++) {
      const cell = cellOf(i);
      if (cell >= 0) this.nodes[next[cell]!++] = i;
    }
  }

  /** Calls for every node in the cells that a rectangle touches: for all inside it, and some around. */
  each({ left, right, bottom, top }: Rectangle, call: (node: number) => void): void {
    const [first, last] = [this.column(left), this.column(right)];
    for (let row = this.row(bottom); row <= this.row(top); row++) {
      const from = this.offsets[first + this.columns * row]!;
      const to = this.offsets[last + this.columns * row + 1]!;
      for (let at = from; at < to; at++) call(this.nodes[at]!);
    }
  }

  /** How many nodes `each` would call for. */
  count({ left, right, bottom, top }: Rectangle): number {
    const [first, last] = [this.column(left), this.column(right)];
    let count = 0;
    for (let row = this.row(bottom); row <= this.row(top); row++)
      count += this.offsets[last + this.columns * row + 1]! - this.offsets[first + this.columns * row]!;
    return count;
  }

  private column(x: number): number {
    return Math.max(0, Math.min(this.columns - 1, Math.floor((x - this.left) / this.cell)));
  }

  private row(y: number): number {
    return Math.max(0, Math.min(this.rows - 1, Math.floor((y - this.bottom) / this.cell)));
  }
}
