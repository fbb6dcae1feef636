/** Rows of cells, ragged as they may be, in one list: a hub with a thousand neighbours costs a thousand cells. */
import { checkCells } from '../guards';
import type { Row } from './rows';

export class CellRows {
  private readonly cells: string[];
  /** Where each row begins; one more than there are rows. */
  private readonly starts: number[];
  private readonly lineOf: number[];
  private readonly first: number;
  private used = 0;

  constructor(of?: CellRows, first = 0) {
    this.cells = of?.cells ?? [];
    this.starts = of?.starts ?? [0];
    this.lineOf = of?.lineOf ?? [];
    this.first = (of?.first ?? 0) + first;
    this.used = of?.used ?? 0;
  }

  /** @throws PlaygroundError, which begins with `area`, where there are more cells than a tab holds */
  add(area: string, { cells, line }: Row): void {
    for (const cell of cells) this.cells.push(cell);
    this.starts.push(this.cells.length);
    this.lineOf.push(line);
    this.used = Math.max(this.used, filledIn(cells));
    if (this.lineOf.length % 1024 === 0 || cells.length > 1024) checkCells(area, this.cells.length);
  }

  /** The same rows without the first. */
  rest(): CellRows {
    return new CellRows(this, 1);
  }

  get length(): number {
    return this.lineOf.length - this.first;
  }

  /** Up to the last column in which any row has something. */
  get width(): number {
    return this.used;
  }

  line(row: number): number {
    return this.lineOf[this.first + row];
  }

  /** Cells of a row, empty ones at its end included. */
  size(row: number): number {
    return this.starts[this.first + row + 1] - this.starts[this.first + row];
  }

  row(row: number): string[] {
    return this.cells.slice(this.starts[this.first + row], this.starts[this.first + row + 1]);
  }

  /** Trimmed; empty where the row ends before it. */
  cell(row: number, column: number): string {
    return column < this.size(row) ? this.cells[this.starts[this.first + row] + column].trim() : '';
  }

  /** As it stands there, blanks and all; empty where a row ends before it. */
  column(column: number): string[] {
    return Array.from({ length: this.length }, (_, row) =>
      column < this.size(row) ? this.cells[this.starts[this.first + row] + column] : '',
    );
  }

  /** Cells up to the last one that has something. */
  filled(row: number): number {
    let size = this.size(row);
    while (size > 0 && this.cell(row, size - 1) === '') size -= 1;
    return size;
  }

  lines(): Int32Array {
    return Int32Array.from(this.lineOf.slice(this.first));
  }
}

export function filledIn(cells: readonly string[]): number {
  let size = cells.length;
  while (size > 0 && cells[size - 1].trim() === '') size -= 1;
  return size;
}
