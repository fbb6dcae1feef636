/** The arrays of an .npz file by name. Each is unpacked when it is asked for; those never asked for are told of. */
import { fail } from '../../base/errors';
import { readNpy, type NpyArray, type NumberArray } from '../npy';
import { readNpyHeader } from '../npyHeader';
import type { ImportFile, ImportLimits } from '../rawGraph';
import { openZip, type Archive } from '../zip';

/** Of numbers or truth values. */
export interface Numbers {
  /** For errors: the file and the array. */
  readonly area: string;
  readonly isBoolean: boolean;
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: NumberArray;
}

const ENDING = '.npy';

export class NpzArrays {
  readonly file: ImportFile;
  private readonly archive: Archive;
  private readonly unpacked = new Map<string, ImportFile>();
  private readonly asked = new Set<string>();

  /** @throws PlaygroundError when the file is no zip archive */
  constructor(file: ImportFile, limits: ImportLimits) {
    this.file = file;
    this.archive = openZip(file, limits);
  }

  get keys(): readonly string[] {
    return this.archive.names
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length));
  }

  has(key: string): boolean {
    return this.archive.names.includes(key + ENDING);
  }

  /** The first of these names that there is. */
  find(keys: readonly string[]): string | null {
    return keys.find((key) => this.has(key)) ?? null;
  }

  /** Python objects: a pickle, which is never read. */
  isPickled(key: string): boolean {
    return readNpyHeader(this.unpack(key)).type === 'O';
  }

  /** Sizes of the array, read from its header alone; null where it is of Python objects. */
  shapeOf(key: string): readonly number[] | null {
    const { type, shape } = readNpyHeader(this.unpack(key));
    return type === 'O' ? null : shape;
  }

  /** @throws PlaygroundError when there is none, or it cannot be read */
  read(key: string): NpyArray {
    this.asked.add(key);
    return readNpy(this.unpack(key));
  }

  /** @throws PlaygroundError when it holds no numbers */
  numbers(key: string): Numbers {
    const array = this.read(key);
    const area = this.unpack(key).name;
    if (array.kind === 'text') throw fail(area, 'expected numbers, got text');
    return { area, isBoolean: array.kind === 'boolean', shape: array.shape, values: array.values };
  }

  /** Sentences on what was never asked for. */
  remarks(): string[] {
    const left = this.keys.filter((key) => !this.asked.has(key));
    const pickled = left.filter((key) => this.isPickled(key));
    const others = left.filter((key) => !pickled.includes(key));
    const listed = (keys: readonly string[]) =>
      keys
        .slice(0, 10)
        .map((key) => key.slice(0, 60))
        .join(', ') + (keys.length > 10 ? ` and ${keys.length - 10} more` : '');
    return [
      ...(pickled.length > 0
        ? [`Left out, because they are Python objects (pickles), which are never read: ${listed(pickled)}.`]
        : []),
      ...(others.length > 0 ? [`Left out, because they are not known here: ${listed(others)}.`] : []),
    ];
  }

  private unpack(key: string): ImportFile {
    const known = this.unpacked.get(key);
    if (known) return known;
    const file = this.archive.unpack(key + ENDING);
    this.unpacked.set(key, file);
    return file;
  }
}
