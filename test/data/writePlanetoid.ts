/**
 * Writes the eight files of the Planetoid format as Python 2 wrote them: protocol-2 pickles of scipy CSR matrices,
 * numpy arrays and a defaultdict. So that sets of any kind can be tested without a download.
 */

type Bytes = number[];

const ascii = (text: string): Bytes => Array.from(text, (letter) => letter.charCodeAt(0));
const int32 = (value: number): Bytes => [...new Uint8Array(Int32Array.of(value).buffer)];

const OP = {
  start: [0x80, 2],
  stop: ascii('.'),
  mark: ascii('('),
  tuple: ascii('t'),
  tuple1: [0x85],
  tuple2: [0x86],
  tuple3: [0x87],
  reduce: ascii('R'),
  build: ascii('b'),
  newObject: [0x81],
  emptyTuple: ascii(')'),
  emptyDict: ascii('}'),
  emptyList: ascii(']'),
  setItems: ascii('u'),
  appends: ascii('e'),
  none: ascii('N'),
  no: [0x89],
};

const global = (module: string, name: string): Bytes => ascii(`c${module}\n${name}\n`);
const int = (value: number): Bytes => [...ascii('J'), ...int32(value)];
/** A Python 2 string: bytes, whatever they are. */
const string = (bytes: Bytes): Bytes =>
  bytes.length < 256
    ? [...ascii('U'), bytes.length, ...bytes]
    : [...ascii('T'), ...int32(bytes.length), ...bytes];

const key = (name: string): Bytes => string(ascii(name));

/** The dtypes that tests write, with their element type. */
const ELEMENT = {
  i4: Int32Array,
  f4: Float32Array,
  f8: Float64Array,
} as const;
export type Dtype = keyof typeof ELEMENT;

const join = (...parts: readonly Bytes[]): Bytes => parts.flat();

export function numpyArray(shape: readonly number[], values: readonly number[], dtype: Dtype): Bytes {
  const raw = [...new Uint8Array(ELEMENT[dtype].from(values).buffer)];
  const empty = join(
    join(global('numpy.core.multiarray', '_reconstruct'), global('numpy', 'ndarray')),
    join(int(0), OP.tuple1, string(ascii('b')), OP.tuple3, OP.reduce),
  );
  const type = join(
    join(global('numpy', 'dtype'), string(ascii(dtype)), int(0), int(1), OP.tuple3, OP.reduce),
    join(OP.mark, int(3), string(ascii('<')), OP.none, OP.none, OP.none),
    join(int(-1), int(-1), int(0), OP.tuple, OP.build),
  );
  const sizes = join(OP.mark, ...shape.map(int), OP.tuple);
  return join(empty, OP.mark, int(1), sizes, type, OP.no, string(raw), OP.tuple, OP.build);
}

/** Rows of [column, value] pairs, in any order. */
export type SparseRows = readonly (readonly (readonly [number, number])[])[];

function csrMatrix(rows: SparseRows, numCols: number, dtype: Dtype): Bytes {
  const entries = rows.flat();
  const columns = entries.map(([column]) => column);
  const values = entries.map(([, value]) => value);
  const rowPtr = [0];
  for (const row of rows) rowPtr.push((rowPtr.at(-1) ?? 0) + row.length);
  return join(
    join(global('scipy.sparse.csr', 'csr_matrix'), OP.emptyTuple, OP.newObject, OP.emptyDict, OP.mark),
    join(key('format'), key('csr')),
    join(key('_shape'), int(rows.length), int(numCols), OP.tuple2),
    join(key('indptr'), numpyArray([rowPtr.length], rowPtr, 'i4')),
    join(key('indices'), numpyArray([columns.length], columns, 'i4')),
    join(key('data'), numpyArray([values.length], values, dtype)),
    join(OP.setItems, OP.build),
  );
}

function neighbourLists(lists: ReadonlyMap<number, readonly number[]>): Bytes {
  const item = ([node, neighbours]: readonly [number, readonly number[]]) =>
    join(int(node), OP.emptyList, OP.mark, ...neighbours.map(int), OP.appends);
  return join(
    join(global('collections', 'defaultdict'), global('__builtin__', 'list'), OP.tuple1, OP.reduce),
    join(OP.mark, ...Array.from(lists, item), OP.setItems),
  );
}

export const pickle = (value: Bytes): ArrayBuffer => Uint8Array.from(join(OP.start, value, OP.stop)).buffer;

export interface PlanetoidSet {
  readonly numTrain: number;
  readonly numClasses: number;
  readonly numFeatures: number;
  readonly allx: SparseRows;
  readonly ally: readonly number[];
  readonly tx: SparseRows;
  readonly ty: readonly number[];
  /** Node of each row of tx. */
  readonly testIndex: readonly number[];
  readonly graph: ReadonlyMap<number, readonly number[]>;
  readonly dtype: Dtype;
}

export function writePlanetoid(id: string, set: PlanetoidSet): Map<string, ArrayBuffer> {
  const features = (rows: SparseRows) => pickle(csrMatrix(rows, set.numFeatures, set.dtype));
  const labels = (y: readonly number[]) => {
    const oneHot = y.flatMap((label) =>
      Array.from({ length: set.numClasses }, (_, k) => Number(k === label)),
    );
    return pickle(numpyArray([y.length, set.numClasses], oneHot, 'i4'));
  };
  const parts: Record<string, ArrayBuffer> = {
    x: features(set.allx.slice(0, set.numTrain)),
    tx: features(set.tx),
    allx: features(set.allx),
    y: labels(set.ally.slice(0, set.numTrain)),
    ty: labels(set.ty),
    ally: labels(set.ally),
    graph: pickle(neighbourLists(set.graph)),
    'test.index': Uint8Array.from(ascii(set.testIndex.map((node) => `${node}\n`).join(''))).buffer,
  };
  return new Map(Object.entries(parts).map(([part, bytes]) => [`ind.${id}.${part}`, bytes]));
}
