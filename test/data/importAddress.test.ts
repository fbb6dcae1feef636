import { describe, expect, it } from 'vitest';
import { checkedAddress, fileNameAt, rawAddressOf } from '../../src/data/import/address';

const BASE = 'http://localhost:4173/teaching/gnn/';

describe('an address that somebody typed', () => {
  it('is taken over https, or from the page itself', () => {
    expect(checkedAddress(' https://host.example/a/graph.gexf#part ', BASE).href).toBe(
      'https://host.example/a/graph.gexf',
    );
    expect(checkedAddress('graphs/my.csv', BASE).href).toBe(
      'http://localhost:4173/teaching/gnn/graphs/my.csv',
    );
  });

  it.each([
    ['http://host.example/graph.csv', 'https:'],
    ['ftp://host.example/graph.csv', 'https:'],
    ['javascript:alert(1)', 'https:'],
    ['data:text/csv,a', 'https:'],
    ['file:///etc/passwd', 'https:'],
    ['https://me:secret@host.example/', 'password'],
    ['', 'https://host/graph.gexf'],
    ['https://', 'https://host/graph.gexf'],
  ])('%j is refused, and why', (typed, why) => {
    expect(() => checkedAddress(typed, BASE)).toThrow(why);
  });

  it('names its file', () => {
    expect(fileNameAt(new URL('https://host.example/a/my%20graph.csv?raw=1'))).toBe('my graph.csv');
    expect(fileNameAt(new URL('https://host.example/'))).toBe('host.example');
    expect(fileNameAt(new URL('https://host.example/%E0%A4%A'))).toBe('%E0%A4%A');
  });
});

describe('a page about a file', () => {
  it.each([
    [
      'https://github.com/owner/name/blob/main/data/graph.gexf',
      'https://raw.githubusercontent.com/owner/name/main/data/graph.gexf',
    ],
    ['https://gist.github.com/owner/0a1b2c', 'https://gist.githubusercontent.com/owner/0a1b2c/raw'],
    [
      'https://gitlab.com/group/sub/name/-/blob/main/a.csv',
      'https://gitlab.com/group/sub/name/-/raw/main/a.csv',
    ],
    [
      'https://huggingface.co/datasets/owner/name/blob/main/a.json',
      'https://huggingface.co/datasets/owner/name/resolve/main/a.json',
    ],
  ])('%s leads to the file itself', (page, file) => {
    expect(rawAddressOf(new URL(page))).toBe(file);
  });

  it.each([
    'https://host.example/a.gexf',
    'https://github.com/owner/name',
    'https://github.com.evil.example/a/b/blob/c',
  ])('%s is left alone', (address) => {
    expect(rawAddressOf(new URL(address))).toBeNull();
  });
});
