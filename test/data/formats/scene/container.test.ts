import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PlaygroundError } from '../../../../src/data/base/errors';
import { sequence } from '../../../../src/data/base/random';
import { crc32 } from '../../../../src/data/formats/crc32';
import { packGraph } from '../../../../src/data/formats/packed/packGraph';
import { IMPORT_LIMITS } from '../../../../src/data/formats/rawGraph';
import { isSceneFile, readSceneFile, writeSceneFile } from '../../../../src/data/formats/scene/sceneFile';
import { karate } from '../../../../src/data/generators/karate';
import { openScene } from '../../../../src/data/import/openScene';
import { ownSet } from '../../../../src/data/import/ownSet';

const set = ownSet({ ...karate(null), name: 'Mine' }, 'mine.csv');
const TEXT = JSON.stringify({ data: set.descriptor.id, epoch: 5 });
const FILE = writeSceneFile({ text: TEXT, graph: set.packed });
const HEAD = FILE.slice(0, 9);

/** A file of any content, with the right sum: what only somebody who means it makes. */
function forged(payload: Uint8Array): Uint8Array {
  const whole = new Uint8Array(4 + payload.length);
  new DataView(whole.buffer).setUint32(0, crc32(payload), true);
  whole.set(payload, 4);
  return new Uint8Array([...HEAD, ...deflateSync(whole)]);
}

const opened = (bytes: Uint8Array, name = 'lesson.gnnscene', limits = IMPORT_LIMITS) =>
  openScene({ name, bytes }, limits, () => {});

describe('a scene file', () => {
  it('gives back the text and the graph that were written', () => {
    expect(isSceneFile(FILE)).toBe(true);
    expect(readSceneFile(FILE, 'a')).toEqual({ text: TEXT, graph: set.packed });
    expect(readSceneFile(writeSceneFile({ text: TEXT, graph: null }), 'a').graph).toBeNull();
  });

  it('is refused with a sentence when it is another file, of a later version, or cut', () => {
    expect(() => readSceneFile(new TextEncoder().encode('node,edge'), 'a.csv')).toThrow(
      'a.csv: expected a file that begins',
    );
    expect(() => readSceneFile(FILE.with(8, 2), 'b.gnnscene')).toThrow(
      'b.gnnscene: expected version 1, got 2',
    );
    expect(() => readSceneFile(FILE.slice(0, 8), 'c.gnnscene')).toThrow(
      'c.gnnscene: expected version 1, got none',
    );
    expect(() => readSceneFile(FILE.slice(0, -3), 'd.gnnscene')).toThrow('d.gnnscene: expected');
  });

  it('is refused when it is a bomb', () => {
    expect(() => readSceneFile(forged(new Uint8Array(12 * 2 ** 20)), 'bomb.gnnscene', 8 * 2 ** 20)).toThrow(
      'bomb.gnnscene: expected at most 8 MB when unpacked',
    );
  });

  it('has little text, when it is written and when it is read', () => {
    const long = `{"x":"${' '.repeat(2 * 2 ** 20)}"}`;
    expect(() => writeSceneFile({ text: long, graph: null })).toThrow('beside the graph');
    expect(() => readSceneFile(forged(new TextEncoder().encode(long)), 'long.gnnscene')).toThrow(
      'long.gnnscene: expected at most 2097152 bytes beside the graph',
    );
  });
});

describe('opening a scene file', () => {
  it('makes its graph with the bytes and the card that the page keeps of it, and says how far it is', () => {
    const sentences: string[] = [];
    const { text, own } = openScene({ name: 'lesson.gnnscene', bytes: FILE }, IMPORT_LIMITS, (sentence) =>
      sentences.push(sentence),
    );
    expect(text).toBe(TEXT);
    expect(own).toEqual(ownSet(set.graph, 'lesson.gnnscene'));
    expect(own?.descriptor).toMatchObject({ id: set.descriptor.id, counts: { nodes: 34, edges: 78 } });
    expect(sentences).toEqual([
      'Unpacking lesson.gnnscene',
      'Reading the graph in lesson.gnnscene',
      'Counting the graph in lesson.gnnscene',
    ]);
  });

  it('holds to the limits, and names the file', () => {
    for (const [limits, told] of [
      [{ bytes: 100 }, 'expected at most 0.0 MB, got'],
      [{ nodes: 33 }, 'expected at most 33 nodes'],
      [{ edges: 77 }, 'expected at most 77 edges'],
    ] as const)
      expect(() => opened(FILE, 'a.gnnscene', { ...IMPORT_LIMITS, ...limits })).toThrow(
        `a.gnnscene: ${told}`,
      );
    expect(opened(FILE, 'a', { ...IMPORT_LIMITS, nodes: 34, edges: 78 }).own).not.toBeNull();
  });

  it('is refused in a sentence that names the file, or is whole, whatever happened to it', () => {
    const random = sequence(7);
    for (let k = 0; k < 400; k++) {
      const bytes = random() < 0.3 ? FILE.slice(0, Math.floor(random() * FILE.length)) : FILE.slice();
      for (let flips = 0; flips < 2; flips++)
        if (random() < 0.8) bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
      try {
        const { text, own } = opened(bytes);
        expect(text).toBe(TEXT);
        expect(own?.packed).toEqual(set.packed);
      } catch (error) {
        expect(error).toBeInstanceOf(PlaygroundError);
        expect(String(error)).toContain('lesson.gnnscene');
      }
    }
  });

  it('gives a whole graph or none, whatever is forged into its bytes', () => {
    const random = sequence(8);
    const text = new TextEncoder().encode(TEXT);
    let refused = 0;
    for (let k = 0; k < 300; k++) {
      const bytes = set.packed.slice(
        0,
        random() < 0.2 ? Math.floor(random() * set.packed.length) : undefined,
      );
      for (let flips = 0; flips < 3 && bytes.length > 0; flips++)
        bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
      try {
        const { own } = opened(forged(new Uint8Array([...text, 0, ...bytes])));
        expect(own?.packed).toEqual(bytes);
        expect(packGraph(own!.graph).length).toBeGreaterThan(0);
      } catch (error) {
        refused++;
        expect(error).toBeInstanceOf(PlaygroundError);
        expect(String(error)).toContain('lesson.gnnscene');
      }
    }
    expect(refused).toBeGreaterThan(100);
  });
});
