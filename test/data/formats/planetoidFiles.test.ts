import { describe, expect, it } from 'vitest';
import { planetoidReader } from '../../../src/data/formats/planetoid/readDropped';
import { downloadedFiles, titleOf } from '../downloaded';
import { edgesOf, fileOf, nodeColumn, readFiles } from './files';
import { planetoidSample } from './sampleFiles';

describe("Planetoid's eight files, dropped", () => {
  it('are read as Python 3 writes them, in protocol 2 and 5', () => {
    for (const name of ['protocol2', 'protocol5']) {
      const graph = readFiles(planetoidSample(name));
      expect(graph.name).toBe(name);
      expect(graph.nodeIds).toEqual(['0', '1', '2', '3', '4', '5']);
      // 0-1 and 0-5 from both ends; 2-3 twice from both ends; 4 cites itself.
      expect(edgesOf(graph)).toEqual(['0>1', '0>5', '2>3', '2>3', '4>4']);
      expect(graph.directed).toBe(false);
      expect(nodeColumn(graph, 'class')).toEqual([
        'class 0',
        'class 1',
        'class 0',
        'class 1',
        'class 0',
        'class 1',
      ]);
      expect(nodeColumn(graph, 'split')).toEqual(['train', 'train', 'val', 'val', 'test', 'test']);
      expect(graph.features).toEqual({
        kind: 'sparse',
        matrix: {
          numRows: 6,
          numCols: 3,
          rowPtr: Int32Array.of(0, 1, 2, 3, 5, 6, 7),
          colIndex: Int32Array.of(0, 1, 2, 0, 1, 1, 0),
          values: Float32Array.of(1, 2, 3, 1, 1, 2, 1),
        },
      });
    }
  });

  it('say which are missing, and which belong to another set', () => {
    const files = planetoidSample('protocol2');
    expect(() => readFiles(files.filter(({ name }) => !name.endsWith('.ty')))).toThrow(
      'expected all eight files of the set, got 7. Drop them together; missing: ind.protocol2.ty.',
    );
    expect(() => readFiles([...files, ...planetoidSample('protocol5')])).toThrow(
      "expected the files of one set, got those of 'protocol2, protocol5'",
    );
    expect(readFiles([...files, fileOf('README', 'x')]).remarks).toEqual([
      'Left out, because they are none of the eight files: README.',
    ]);
  });

  it('ask for no more nodes than a tab can hold, whatever test.index says', () => {
    const files = planetoidSample('protocol2').map((file) =>
      file.name.endsWith('test.index') ? fileOf(file.name, '4\n999999999\n') : file,
    );
    expect(() => readFiles(files)).toThrow('ind.protocol2.test.index: expected at most 500,000 nodes');
  });

  it('name the file that is cut short, wherever it is', () => {
    const files = planetoidSample('protocol2');
    for (const [k, file] of files.entries()) {
      if (file.name.endsWith('test.index')) continue;
      for (let length = 0; length < file.bytes.length; length += 3) {
        const cut = files.with(k, { name: file.name, bytes: file.bytes.subarray(0, length) });
        expect(() => readFiles(cut)).toThrow(`${file.name}: expected a pickle of plain data`);
      }
    }
  });

  const cora = downloadedFiles('cora');
  it.skipIf(!cora)(titleOf('read Cora with each citation once', cora), () => {
    const files = Array.from(cora ?? [], ([name, bytes]) => ({ name, bytes: new Uint8Array(bytes) }));
    expect(planetoidReader.matches(files)).toBe(true);
    const graph = readFiles(files);
    expect(graph.nodeIds).toHaveLength(2708);
    // 5,278 citations between different papers; the files also hold loops and citations said twice.
    const pairs = new Set(
      Array.from(graph.source, (from, e) => [from, graph.target[e]])
        .filter(([from, to]) => from !== to)
        .map(([from, to]) => `${Math.min(from, to)} ${Math.max(from, to)}`),
    );
    expect(pairs.size).toBe(5278);
    expect(graph.source.length).toBeLessThan(5278 + 200);
    expect(nodeColumn(graph, 'class')?.[0]).toBe('Neural networks');
    expect(nodeColumn(graph, 'split')?.filter((part) => part === 'test')).toHaveLength(1000);
  });
});
