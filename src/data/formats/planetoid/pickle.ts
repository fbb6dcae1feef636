/**
 * A reader of Python pickles that builds plain data and nothing else: numpy arrays, scipy CSR matrices, dictionaries
 * and lists. A pickle can name any function of any module; here a name that is not in the list below is an error, and
 * the ones in the list only ever collect what is handed to them.
 */
import { BufferReader, Parser } from 'pickleparser';
import { fail, messageOf } from '../../base/errors';

/** Python's description of a number: its code ('i4', 'f8'), and from its state the byte order ('<', '>' or '|'). */
export class NumpyDtype {
  readonly code: string;
  byteOrder = '|';

  constructor(code: unknown) {
    this.code = String(code);
  }

  __setstate__(state: unknown): void {
    if (Array.isArray(state)) this.byteOrder = String(state[1]);
  }
}

/** The state of a numpy array as pickled: (version, shape, dtype, is Fortran order, raw bytes). */
export class NumpyArray {
  state: unknown = null;

  __setstate__(state: unknown): void {
    this.state = state;
  }
}

/** The attributes of a scipy.sparse.csr_matrix, by name. */
export class ScipyCsr {
  attributes: ReadonlyMap<unknown, unknown> = new Map();

  __setstate__(state: unknown): void {
    if (state instanceof Map) this.attributes = state;
  }
}

const pythonList = () => [];

const KNOWN_NAMES: Readonly<Record<string, (new (code: unknown) => object) | (() => object)>> = {
  'numpy.core.multiarray._reconstruct': () => new NumpyArray(),
  'numpy._core.multiarray._reconstruct': () => new NumpyArray(),
  'numpy.ndarray': NumpyArray,
  'numpy.dtype': (...args: unknown[]) => new NumpyDtype(args[0]),
  'scipy.sparse.csr.csr_matrix': ScipyCsr,
  'scipy.sparse._csr.csr_matrix': ScipyCsr,
  'collections.defaultdict': () => new Map(),
  '__builtin__.list': pythonList,
  'builtins.list': pythonList,
};

/**
 * Python 2 strings are bytes: one character per byte here, 0 to 255. The library's own decoding of them is
 * windows-1252, which moves 0x80-0x9f elsewhere.
 */
class ByteStringReader extends BufferReader {
  override string(size: number, encoding: 'ascii' | 'utf-8'): string {
    if (encoding === 'utf-8') return super.string(size, encoding);
    const bytes = this.bytes(size);
    const CHUNK = 8192;
    let text = '';
    for (let at = 0; at < size; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
    return text;
  }
}

/** Throws where the file is no pickle, or names something that is not plain data. `file` is only named in errors. */
export function readPickle(file: string, buffer: ArrayBuffer): unknown {
  const parser = new Parser({
    unpicklingTypeOfDictionary: 'Map',
    nameResolver: {
      resolve: (module, name) => {
        const known = Object.entries(KNOWN_NAMES).find(([each]) => each === `${module}.${name}`);
        if (!known)
          throw new Error(`it names ${module}.${name}, which is neither an array, a matrix nor a dictionary`);
        return known[1];
      },
    },
  });
  try {
    return parser.read<unknown>(new ByteStringReader(new Uint8Array(buffer)));
  } catch (error) {
    throw fail(
      `formats/planetoid ${file}`,
      `expected a pickle of plain data, got something else: ${messageOf(error)}`,
      'Take the file from its source again.',
    );
  }
}
