import { describe, expect, it } from 'vitest';
import type { ImportFile } from '../../../src/data/formats/rawGraph';
import { beginningOf, decodeText, readText } from '../../../src/data/formats/text';

const file = (...bytes: readonly number[]): ImportFile => ({
  name: 'table.csv',
  bytes: Uint8Array.from(bytes),
});
const inUtf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const inUtf16 = (text: string, bigEndian: boolean): number[] =>
  Array.from(text, (char) => char.charCodeAt(0)).flatMap((unit) =>
    bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
  );
const TEXT = 'name,city\nŽofie,Łódź\n';

describe('text of a file', () => {
  it.each([
    ['UTF-8', inUtf8(TEXT)],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...inUtf8(TEXT)]],
    ['UTF-16 LE with a mark', [0xff, 0xfe, ...inUtf16(TEXT, false)]],
    ['UTF-16 BE with a mark', [0xfe, 0xff, ...inUtf16(TEXT, true)]],
    ['UTF-16 LE by its zeros', inUtf16(TEXT, false)],
    ['UTF-16 BE by its zeros', inUtf16(TEXT, true)],
  ])('is read from %s', (_, bytes) => {
    expect(readText(file(...bytes))).toEqual({ text: TEXT, remarks: [] });
    expect(decodeText(file(...bytes))).toBe(TEXT);
    expect(beginningOf(file(...bytes))).toBe(TEXT);
  });

  it('is read as Windows-1252 where it is no UTF-8, with a remark', () => {
    const { text, remarks } = readText(file(...inUtf8('caf'), 0xe9, 0x2c, 0xdf));
    expect(text).toBe('café,ß');
    expect(remarks.join()).toContain('not valid UTF-8');
  });

  it('is read as its XML declaration says', () => {
    const declared = (label: string) => [...inUtf8(`<?xml version="1.0" encoding="${label}"?>`), 0xb1];
    expect(decodeText(file(...declared('iso-8859-2')))).toMatch(/ą$/);
    // Not known, or a lie: as if it said nothing.
    expect(decodeText(file(...declared('klingon')))).toMatch(/±$/);
    expect(decodeText(file(...declared('utf-16')))).toMatch(/±$/);
  });

  it('is empty for an empty file', () => {
    expect(readText(file())).toEqual({ text: '', remarks: [] });
  });

  it.each([
    ['a zip', [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]],
    ['zeros', [0, 0, 0, 0]],
    ['a zero in text', [...inUtf8('a,b\nc'), 0, ...inUtf8(',d')]],
  ])('is refused for %s', (_, bytes) => {
    expect(() => readText(file(...bytes))).toThrow('table.csv: expected text, got binary data');
  });

  it('begins the same although a letter is cut in two', () => {
    expect(beginningOf(file(...inUtf8('abž')), 3)).toMatch(/^ab/);
  });
});
