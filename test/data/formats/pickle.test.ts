import { describe, expect, it } from 'vitest';
import { readPickle } from '../../../src/data/formats/planetoid/pickle';
import { pickle } from '../writePlanetoid';

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const read = (...parts: (string | readonly number[])[]): unknown =>
  readPickle(
    'ind.a.graph',
    new Uint8Array(pickle(parts.flatMap((part) => (typeof part === 'string' ? ascii(part) : [...part])))),
  );
const uint32 = (value: number): number[] => [...new Uint8Array(Uint32Array.of(value).buffer)];

describe('pickles', () => {
  it('are read as plain data: numbers, text, lists, tuples, dictionaries', () => {
    expect(
      read('](K\x01M\x02\x01J', [254, 255, 255, 255], 'G', [63, 248, 0, 0, 0, 0, 0, 0], 'N', [0x88], 'e'),
    ).toEqual([1, 258, -2, 1.5, null, true]);
    expect(read('}(U\x01aK\x01X', uint32(2), [0xc3, 0xa9], [0x8a, 2, 0, 255], 'u')).toEqual(
      new Map<unknown, unknown>([
        ['a', 1],
        ['é', -256],
      ]),
    );
    expect(read('(I5\nL7L\nF2.5\nI01\nS"q"\nt')).toEqual([5, 7, 2.5, true, 'q']);
    expect(read(']q\x05h\x05', [0x86])).toEqual([[], []]);
  });

  it('are refused by name where they name a function, however it is written', () => {
    const refused = 'which is neither an array, a matrix nor a dictionary';
    for (const [name, attack] of [
      ['os.system', 'cos\nsystem\n(U\x04echotR'],
      ['posix.system', 'cposix\nsystem\n(U\x04echotR'],
      ['builtins.eval', 'cbuiltins\neval\n(U\x031+1tR'],
      ['__builtin__.eval', 'c__builtin__\neval\n(U\x031+1tR'],
      ['numpy.load', 'cnumpy\nload\n(U\x01atR'],
      ['collections.defaultdict.__init__', 'ccollections\ndefaultdict.__init__\n(tR'],
      ['__proto__.constructor', 'c__proto__\nconstructor\n(tR'],
    ] as const)
      expect(() => read(attack)).toThrow(
        `ind.a.graph: expected a pickle of plain data, got something else: it names ${name}, ${refused}`,
      );
    expect(() => read('X', uint32(2), 'osX', uint32(6), 'system', [0x93])).toThrow(
      `it names os.system, ${refused}`,
    );
  });

  it('are refused where they use operations that plain data does not need', () => {
    // INST, OBJ, PERSID, BINPERSID, EXT1, NEWOBJ_EX, NEXT_BUFFER.
    for (const attack of ['(ios\nsystem\n', '(o', 'Px\n', 'Q', [0x82, 1], [0x92], [0x97]])
      expect(() => read(attack)).toThrow('it uses the operation 0x');
  });

  it('call nothing but what the list of names has', () => {
    expect(() => read('](tR')).toThrow('it calls something that is no name');
    expect(() => read('K\x01(tR')).toThrow('it calls something that is no name');
    expect(() => read(']}b')).toThrow('it fills something that is neither an array nor a matrix');
    expect(() => read('cnumpy\ndtype\n}b')).toThrow('it fills something that is neither');
    expect(() => read('}K\x01a')).toThrow('it adds to something that is no list');
  });

  it('keep a key __proto__ as a key', () => {
    const value = read('}U\x09__proto__}U\x08pollutedK\x01ss');
    expect(value).toBeInstanceOf(Map);
    expect(value).toEqual(new Map([['__proto__', new Map([['polluted', 1]])]]));
    expect({}).not.toHaveProperty('polluted');
  });

  it('end where a length is negative, huge or past the end', () => {
    for (const code of ['T', 'X', 'B'])
      for (const length of [0xffffffff, 0x80000000, 0x7fffffff, 1000])
        expect(() => read(code, uint32(length))).toThrow('it ends early');
    for (const code of [0x8d, 0x8e, 0x96])
      expect(() => read([code, 255, 255, 255, 255, 255, 255, 255, 255])).toThrow('it ends early');
    expect(() =>
      read(
        [0x8b],
        uint32(9),
        Array.from({ length: 9 }, () => 1),
      ),
    ).toThrow('an integer of 9 bytes');
    expect(() => read([0x8b], uint32(0xffffffff))).toThrow('it ends early');
    expect(() => readPickle('ind.a.graph', new Uint8Array(0))).toThrow('it ends early');
  });

  it('end where values are taken that are not there', () => {
    for (const attack of ['0', '2', [0x85], 'a', 's', 'R', 'b', 'q\x00', ''])
      expect(() => read(attack)).toThrow(/it (takes|uses) a value where there is none/);
    for (const attack of ['t', 'e', 'u', 'd', '1']) expect(() => read(attack)).toThrow('goes back to a mark');
    expect(() => read('h\x05')).toThrow('it refers to value 5');
  });

  it('end where a list holds itself a billion times over', () => {
    // Each of 40 tuples holds the one before it twice: 2^40 leaves for whoever would spell them out.
    const bomb = [']', ...Array.from({ length: 40 }, () => ['2', [0x86]]).flat()];
    expect(read(...bomb)).toHaveLength(2);
    // The same as the code of a dtype, which is text.
    expect(() => read('cnumpy\ndtype\n', ...bomb, [0x85], 'R')).not.toThrow();
    // As a thing deep inside itself a hundred thousand times.
    expect(
      read(
        ']',
        Array.from({ length: 100_000 }, () => 0x85),
      ),
    ).toHaveLength(1);
  });

  it('make no more bytes than they have', () => {
    const text = ['X', uint32(1000), 'x'.repeat(1000), 'U\x06latin1', [0x86], 'q\x01'];
    const encode = ['c_codecs\nencode\nq\x00'];
    expect(read(...encode, ...text, 'R')).toEqual(new Uint8Array(1000).fill(120));
    const again = Array.from({ length: 50 }, () => 'h\x00h\x01R0').join('');
    expect(() => read(...encode, ...text, 'R0', again, 'N')).toThrow('it makes more bytes than it has');
  });
});
