/**
 * Python's pickle machine, the part of it that plain data needs: numbers, strings, lists, dictionaries, and objects
 * made by names from a list that the caller gives. Opcodes that do more (persistent ids, extensions, classes by
 * instance, out-of-band buffers) are refused. Work and memory are bounded by the length of the file: each opcode takes
 * at least one byte and puts at most one value on the stack. Source: CPython Lib/pickletools.py.
 */
import { byteString, PickleBytes } from './pickleBytes';

/** What a name in a pickle stands for. It is handed the arguments, and returns what to put in their place. */
export class Constructor {
  readonly make: (args: readonly unknown[]) => unknown;

  constructor(make: (args: readonly unknown[]) => unknown) {
    this.make = make;
  }
}

/** An object whose content follows after it was made. */
export interface Stateful {
  setState(state: unknown): void;
}

const isStateful = (value: unknown): value is Stateful =>
  typeof value === 'object' && value !== null && 'setState' in value;

/** By `module.name`. */
export type Names = ReadonlyMap<string, Constructor>;

class Machine {
  readonly input: PickleBytes;
  private readonly names: Names;
  private stack: unknown[] = [];
  /** Stacks set aside by marks. */
  private readonly marks: unknown[][] = [];
  private readonly memo = new Map<number, unknown>();

  constructor(input: PickleBytes, names: Names) {
    this.input = input;
    this.names = names;
  }

  push(value: unknown): void {
    this.stack.push(value);
  }

  pop(): unknown {
    if (this.stack.length === 0) throw new Error('it takes a value where there is none');
    return this.stack.pop();
  }

  top(): unknown {
    if (this.stack.length === 0) throw new Error('it uses a value where there is none');
    return this.stack.at(-1);
  }

  mark(): void {
    this.marks.push(this.stack);
    this.stack = [];
  }

  /** Everything since the last mark. */
  popToMark(): unknown[] {
    const items = this.stack;
    const below = this.marks.pop();
    if (!below) throw new Error('it goes back to a mark where there is none');
    this.stack = below;
    return items;
  }

  put(index = this.memo.size): void {
    this.memo.set(index, this.top());
  }

  get(index: number): void {
    if (!this.memo.has(index)) throw new Error(`it refers to value ${index}, which it never kept`);
    this.push(this.memo.get(index));
  }

  name(module: unknown, name: unknown): void {
    const known = this.names.get(`${shown(module)}.${shown(name)}`);
    if (!known)
      throw new Error(
        `it names ${shown(module)}.${shown(name)}, which is neither an array, a matrix nor a dictionary`,
      );
    this.push(known);
  }

  construct(): void {
    const args = this.pop();
    const made = this.pop();
    if (!(made instanceof Constructor) || !Array.isArray(args))
      throw new Error('it calls something that is no name');
    this.push(made.make(args));
  }

  build(): void {
    const state = this.pop();
    const target = this.top();
    if (!isStateful(target)) throw new Error('it fills something that is neither an array nor a matrix');
    target.setState(state);
  }

  append(items: readonly unknown[]): void {
    const list = this.top();
    if (!Array.isArray(list)) throw new Error('it adds to something that is no list');
    for (const item of items) list.push(item);
  }

  setItems(items: readonly unknown[]): void {
    const dictionary = this.top();
    if (!(dictionary instanceof Map) || items.length % 2 !== 0)
      throw new Error('it adds to something that is no dictionary');
    for (let k = 0; k < items.length; k += 2) dictionary.set(items[k], items[k + 1]);
  }
}

/** Names are strings of a few letters; whatever else stands there is not spelled out. */
const shown = (name: unknown): string => (typeof name === 'string' ? name.slice(0, 80) : '(no name)');

const decimalInteger = (line: string): number => {
  const value = Number(/^-?\d{1,20}(?=L?$)/.exec(line)?.[0] ?? NaN);
  if (Number.isNaN(value)) throw new Error('it holds an integer that is none');
  return value;
};

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Python dictionaries become maps, so that a key `__proto__` is a key like any other. */
const dictionaryOf = (): Map<unknown, unknown> => new Map();

type Operation = (machine: Machine, input: PickleBytes) => void;

const OPERATIONS: ReadonlyMap<number, Operation> = new Map<number, Operation>([
  // Protocol and frame: nothing to do.
  [0x80, (_machine, input) => void input.uint8()],
  [0x95, (_machine, input) => void input.uint64()],
  // The stack.
  [0x28, (machine) => machine.mark()],
  [0x30, (machine) => void machine.pop()],
  [0x31, (machine) => void machine.popToMark()],
  [0x32, (machine) => machine.push(machine.top())],
  // The memo: p, q, r, MEMOIZE; g, h, j.
  [0x70, (machine, input) => machine.put(decimalInteger(input.line()))],
  [0x71, (machine, input) => machine.put(input.uint8())],
  [0x72, (machine, input) => machine.put(input.uint32())],
  [0x94, (machine) => machine.put()],
  [0x67, (machine, input) => machine.get(decimalInteger(input.line()))],
  [0x68, (machine, input) => machine.get(input.uint8())],
  [0x6a, (machine, input) => machine.get(input.uint32())],
  // Constants and numbers: N, True, False, I, L, J, K, M, LONG1, LONG4, F, G.
  [0x4e, (machine) => machine.push(null)],
  [0x88, (machine) => machine.push(true)],
  [0x89, (machine) => machine.push(false)],
  [0x49, (machine, input) => machine.push(integerOrTruth(input.line()))],
  [0x4c, (machine, input) => machine.push(decimalInteger(input.line()))],
  [0x4a, (machine, input) => machine.push(input.int32())],
  [0x4b, (machine, input) => machine.push(input.uint8())],
  [0x4d, (machine, input) => machine.push(input.uint16())],
  [0x8a, (machine, input) => machine.push(input.integer(input.uint8()))],
  [0x8b, (machine, input) => machine.push(input.integer(input.int32()))],
  [0x46, (machine, input) => machine.push(Number(input.line().slice(0, 40)))],
  [0x47, (machine, input) => machine.push(input.float64())],
  // Strings of Python 2 (S, T, U), of Python 3 (X, 0x8c, 0x8d), and bytes (B, C, 0x8e, 0x96).
  [0x53, (machine, input) => machine.push(unquoted(input.line()))],
  [0x54, (machine, input) => machine.push(byteString(input.block(input.int32())))],
  [0x55, (machine, input) => machine.push(byteString(input.block(input.uint8())))],
  [0x58, (machine, input) => machine.push(utf8(input.block(input.uint32())))],
  [0x8c, (machine, input) => machine.push(utf8(input.block(input.uint8())))],
  [0x8d, (machine, input) => machine.push(utf8(input.block(input.uint64())))],
  [0x42, (machine, input) => machine.push(input.block(input.uint32()))],
  [0x43, (machine, input) => machine.push(input.block(input.uint8()))],
  [0x8e, (machine, input) => machine.push(input.block(input.uint64()))],
  [0x96, (machine, input) => machine.push(input.block(input.uint64()))],
  // Tuples and lists: ), t, 1 to 3; ], l, a, e.
  [0x29, (machine) => machine.push([])],
  [0x74, (machine) => machine.push(machine.popToMark())],
  [0x85, (machine) => machine.push([machine.pop()])],
  [0x86, (machine) => machine.push([machine.pop(), machine.pop()].toReversed())],
  [0x87, (machine) => machine.push([machine.pop(), machine.pop(), machine.pop()].toReversed())],
  [0x5d, (machine) => machine.push([])],
  [0x6c, (machine) => machine.push(machine.popToMark())],
  [0x61, (machine) => machine.append([machine.pop()])],
  [0x65, (machine) => machine.append(machine.popToMark())],
  // Dictionaries: }, d, s, u.
  [0x7d, (machine) => machine.push(dictionaryOf())],
  [
    0x64,
    (machine) => {
      const items = machine.popToMark();
      machine.push(dictionaryOf());
      machine.setItems(items);
    },
  ],
  [0x73, (machine) => machine.setItems([machine.pop(), machine.pop()].toReversed())],
  [0x75, (machine) => machine.setItems(machine.popToMark())],
  // Names and objects: c, STACK_GLOBAL, R, NEWOBJ, b.
  [0x63, (machine, input) => machine.name(input.line(), input.line())],
  [
    0x93,
    (machine) => {
      const name = machine.pop();
      machine.name(machine.pop(), name);
    },
  ],
  [0x52, (machine) => machine.construct()],
  [0x81, (machine) => machine.construct()],
  [0x62, (machine) => machine.build()],
]);

const integerOrTruth = (line: string): number | boolean =>
  line === '01' || line === '00' ? line === '01' : decimalInteger(line);

function unquoted(line: string): string {
  const isQuoted = line.length >= 2 && /^['"]/.test(line) && line.at(-1) === line[0];
  if (!isQuoted) throw new Error('it holds a string without quotation marks');
  return line.slice(1, -1);
}

const STOP = 0x2e;

/** The value that the pickle describes. Throws an Error that says what is wrong, without an area. */
export function runPickle(bytes: Uint8Array, names: Names): unknown {
  const input = new PickleBytes(bytes);
  const machine = new Machine(input, names);
  for (let code = input.uint8(); code !== STOP; code = input.uint8()) {
    const operation = OPERATIONS.get(code);
    if (!operation)
      throw new Error(`it uses the operation 0x${code.toString(16)}, which plain data does not need`);
    operation(machine, input);
  }
  return machine.pop();
}
