/**
 * A reader of Python pickles that builds plain data and nothing else: numpy arrays, scipy CSR matrices, dictionaries
 * and lists. A pickle can name any function of any module; here a name that is not in the list below is an error, and
 * the ones in the list only ever collect what is handed to them.
 */
import { fail, messageOf } from '../../base/errors';
import { Constructor, runPickle, type Names, type Stateful } from './pickleMachine';

/** Python's description of a number: its code ('i4', 'f8'), and from its state the byte order ('<', '>' or '|'). */
export class NumpyDtype implements Stateful {
  readonly code: string;
  byteOrder = '|';

  constructor(code: unknown) {
    this.code = typeof code === 'string' ? code : '';
  }

  setState(state: unknown): void {
    if (!Array.isArray(state)) return;
    const order: unknown = state[1];
    if (typeof order === 'string') this.byteOrder = order;
  }
}

/** The state of a numpy array as pickled: (version, shape, dtype, is Fortran order, raw bytes). */
export class NumpyArray implements Stateful {
  state: unknown = null;

  setState(state: unknown): void {
    this.state = state;
  }
}

/** The attributes of a scipy.sparse.csr_matrix, by name. */
export class ScipyCsr implements Stateful {
  attributes: ReadonlyMap<unknown, unknown> = new Map();

  setState(state: unknown): void {
    if (state instanceof Map) this.attributes = state;
  }
}

const array = new Constructor(() => new NumpyArray());
const csr = new Constructor(() => new ScipyCsr());
const list = new Constructor(() => []);

/** Arrays as protocol 5 has them: all of the state is handed over at once. */
const fromBuffer = new Constructor(([raw, dtype, shape, order]) => {
  const made = new NumpyArray();
  made.setState([1, shape, dtype, order === 'F', raw]);
  return made;
});

/**
 * How Python 3 writes bytes in protocol 2: as text of as many characters, and this to turn it back. The same text could
 * be turned back any number of times, so all together may not come to more than the file.
 */
function encoderOf(maxBytes: number): Constructor {
  let left = maxBytes;
  return new Constructor(([text]) => {
    if (typeof text !== 'string') throw new Error('it encodes something that is no text');
    left -= text.length;
    if (left < 0) throw new Error('it makes more bytes than it has');
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
    return bytes;
  });
}

const KNOWN_NAMES: readonly (readonly [string, Constructor])[] = [
  ['numpy.core.multiarray._reconstruct', array],
  ['numpy._core.multiarray._reconstruct', array],
  ['numpy.core.numeric._frombuffer', fromBuffer],
  ['numpy._core.numeric._frombuffer', fromBuffer],
  ['numpy.ndarray', array],
  ['numpy.dtype', new Constructor(([code]) => new NumpyDtype(code))],
  ['scipy.sparse.csr.csr_matrix', csr],
  ['scipy.sparse._csr.csr_matrix', csr],
  ['collections.defaultdict', new Constructor(() => new Map())],
  ['__builtin__.list', list],
  ['builtins.list', list],
];

const namesFor = (bytes: Uint8Array): Names =>
  new Map([...KNOWN_NAMES, ['_codecs.encode', encoderOf(bytes.length)]]);

/** Throws where the file is no pickle, or names something that is not plain data. `file` is only named in errors. */
export function readPickle(file: string, bytes: Uint8Array): unknown {
  try {
    return runPickle(bytes, namesFor(bytes));
  } catch (error) {
    throw fail(
      file,
      `expected a pickle of plain data, got something else: ${messageOf(error)}`,
      'Take the file from its source again.',
    );
  }
}
