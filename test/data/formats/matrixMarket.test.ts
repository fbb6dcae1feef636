import { describe, expect, it } from 'vitest';
import { edgeColumn, edgesOf, readFiles, readText } from './files';

const read = (...lines: string[]) => readText('g.mtx', `${lines.join('\n')}\n`);
const BANNER = '%%MatrixMarket matrix coordinate';

describe('Matrix Market', () => {
  it('reads entries as weighted edges, rows counted from 1, past comments and empty lines', () => {
    const graph = read(
      `${BANNER} real general`,
      '% made by hand',
      '',
      '3 3 3',
      '1 2 0.5',
      '3 1 -1.5e1',
      '2 2 1D0',
    );
    expect(graph.nodeIds).toEqual(['1', '2', '3']);
    expect(edgesOf(graph)).toEqual(['1>2', '3>1', '2>2']);
    expect(edgeColumn(graph, 'weight')).toEqual([0.5, -15, 1]);
    expect(graph.directed).toBeNull();
    expect(graph.name).toBe('g');
  });

  it('reads patterns, symmetric and skew-symmetric matrices', () => {
    const pattern = read(`${BANNER} pattern symmetric`, '3 3 2', '2 1', '3 2');
    expect(edgesOf(pattern)).toEqual(['2>1', '3>2']);
    expect(pattern.edgeColumns).toEqual([]);
    expect(pattern.directed).toBe(false);
    const skew = read(`${BANNER} integer skew-symmetric`, '2 2 1', '2 1 4');
    expect(edgesOf(skew)).toEqual(['2>1', '1>2']);
    expect(edgeColumn(skew, 'weight')).toEqual([4, -4]);
    expect(skew.directed).toBe(true);
  });

  it('reads dense arrays column by column, zeros being no edges', () => {
    const general = read('%%MatrixMarket matrix array real general', '2 2', '0', '3', '0.5', '0');
    expect(edgesOf(general)).toEqual(['2>1', '1>2']);
    expect(edgeColumn(general, 'weight')).toEqual([3, 0.5]);
    const symmetric = read('%%MatrixMarket matrix array real symmetric', '3 3', '0', '1', '2', '0', '3', '0');
    expect(edgesOf(symmetric)).toEqual(['2>1', '3>1', '3>2']);
    const skew = read('%%MatrixMarket matrix array real skew-symmetric', '3 3', '1', '2', '3');
    expect(edgesOf(skew)).toEqual(['2>1', '1>2', '3>1', '1>3', '3>2', '2>3']);
  });

  it('names line, what was expected and what was found', () => {
    const general = `${BANNER} real general`;
    expect(() => read(general, '2 2 1', '0 1 1')).toThrow(
      "g.mtx, line 3: expected a row and a column from 1 to 2, got '0 1 1'. Matrix Market counts from 1.",
    );
    for (const [row, found] of [
      ['1 99999999999999999999 1', 'expected a row and a column'],
      ['-1 1 1', 'expected a row and a column'],
      ['1 1 NaN', 'expected a finite number'],
      ['1 1 1e999', 'expected a finite number'],
      ['1 1', 'expected a finite number'],
      ['1 1 1 1', 'expected a finite number'],
    ] as const)
      expect(() => read(general, '2 2 1', row)).toThrow(`g.mtx, line 3: ${found}`);
    expect(() => read(general, '2 3 1', '1 1 1')).toThrow(
      'g.mtx, line 2: expected as many rows as columns, got a matrix of 2 x 3. That is a table of features',
    );
    expect(() => read(general, '2 2 2', '1 1 1')).toThrow('g.mtx: expected 2 entries as line 2 says, got 1');
    expect(() => read(general, '2 2 1', '1 1 1', '1 2 1')).toThrow(
      'g.mtx, line 4: expected the end after 1 entries',
    );
    expect(() => read(general, '2 2')).toThrow(
      'g.mtx, line 2: expected the numbers of rows and columns and entries',
    );
    expect(() => read(`${BANNER} complex general`, '1 1 0')).toThrow(
      'g.mtx, line 1: expected real numbers, got complex',
    );
    expect(() => read(`${BANNER} real hermitian`, '1 1 0')).toThrow(
      'g.mtx, line 1: expected coordinate or array',
    );
    expect(() => read('1 2', '2 3')).toThrow(
      "g.mtx, line 1: expected '%%MatrixMarket matrix ...', got '1 2'",
    );
    expect(() => read(general, '900000 900000 0')).toThrow('expected at most 500,000 nodes');
  });

  it('reads UTF-16 and other line ends', () => {
    const lines = [`${BANNER} pattern general`, '2 2 1', '1 2'].join('\r\n');
    expect(edgesOf(readText('g.mtx', lines))).toEqual(['1>2']);
    const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${lines}`, (letter) => letter.charCodeAt(0)).buffer);
    expect(edgesOf(readFiles([{ name: 'g.mtx', bytes: utf16 }]))).toEqual(['1>2']);
  });
});
