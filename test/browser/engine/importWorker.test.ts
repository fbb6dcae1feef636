import { describe, expect, it, vi } from 'vitest';
import { IMPORT_LIMITS } from '../../../src/data/formats/rawGraph';
import { ownSet } from '../../../src/data/import/ownSet';
import { karate } from '../../../src/data/generators/karate';
import { packSceneInWorker } from '../../../src/engine/exporting';
import { openImport, readSceneInWorker } from '../../../src/engine/importing';
import { unpackInWorker } from '../../../src/engine/sources';

const EDGES = new File(['source,target\nada,bob\nbob,cy\ncy,ada\ncy,dan\n'], 'edges.csv');
const NODES = new File(['id,class\nada,x\nbob,x\ncy,y\ndan,y\n'], 'nodes.csv');

/** A worker that never answers, as a reader that hangs. */
function hanging(): Worker {
  return new Worker(URL.createObjectURL(new Blob(['for (;;);'], { type: 'text/javascript' })));
}

describe('the import worker', () => {
  it('reads files, tells what they hold, and builds the graph that the answers make of them', async () => {
    const sentences: string[] = [];
    const job = openImport({ files: [EDGES, NODES] }, IMPORT_LIMITS, (sentence) => sentences.push(sentence));
    const preview = await job.preview;
    expect(preview.counts).toMatchObject({ nodes: 4, edges: 4, components: 1 });
    expect(preview.suggested.label).toBe('class');
    expect(sentences[0]).toContain('edges.csv');
    const answers = { ...preview.suggested, features: { kind: 'identity' } as const };
    const estimate = await job.estimate(answers);
    expect(estimate).toMatchObject({ nodes: 4, messages: 8, features: 4 });
    const { graph, packed } = await job.build(answers);
    expect(graph.labelling.classNames).toEqual(['x', 'y']);
    expect(graph.edgeIndex.source).toHaveLength(8);
    job.cancel();
    // What is kept of it is the same graph.
    expect(await unpackInWorker(packed).result).toEqual(graph);
  });

  it('reads the same files again, their rows taken otherwise', async () => {
    const lines = new File(['ann,bob,cem\nbob,cem,dan\ncem,dan,eve\n'], 'lines.csv');
    const job = openImport({ files: [lines] }, IMPORT_LIMITS, () => {});
    expect(await job.preview).toMatchObject({ format: 'adjacency list', counts: { edges: 6 } });
    const edges = await job.reread({ reading: 'edges' });
    expect(edges).toMatchObject({ format: 'edge list', counts: { nodes: 4, edges: 3 } });
    // The next answers are about what was read last.
    expect((await job.estimate({ ...edges.suggested, type: 'column 3' })).types).toHaveLength(3);
    await expect(job.reread({ reading: 'matrix' })).rejects.toThrow('lines.csv: expected a square table');
    expect((await job.build(edges.suggested)).graph.edgeIndex.source).toHaveLength(6);
    job.cancel();
    const said = openImport({ files: [lines], table: { reading: 'edges' } }, IMPORT_LIMITS, () => {});
    expect((await said.preview).counts.edges).toBe(3);
    said.cancel();
  });

  it('reads a pasted text, and says what is wrong with one', async () => {
    const good = openImport({ text: 'a b\nb c\n' }, IMPORT_LIMITS, () => {});
    expect((await good.preview).counts.nodes).toBe(3);
    good.cancel();
    const bad = openImport({ text: '{"nodes": [' }, IMPORT_LIMITS, () => {});
    await expect(bad.preview).rejects.toThrow('pasted text');
    expect(bad.isAlive()).toBe(false);
  });

  it('names the answer that does not fit, and can be asked again', async () => {
    const job = openImport({ files: [EDGES] }, IMPORT_LIMITS, () => {});
    const { suggested } = await job.preview;
    await expect(job.build({ ...suggested, label: 'no such column' })).rejects.toThrow('no such column');
    expect(job.isAlive()).toBe(true);
    expect((await job.build(suggested)).graph.numNodes).toBe(4);
    job.cancel();
  });

  it('is ended by a cancel', async () => {
    const worker = hanging();
    const terminate = vi.spyOn(worker, 'terminate');
    const job = openImport(
      { files: [EDGES] },
      IMPORT_LIMITS,
      () => {},
      () => worker,
    );
    job.cancel();
    await expect(job.preview).rejects.toThrow('cancelled');
    expect(terminate).toHaveBeenCalledOnce();
    expect(job.isAlive()).toBe(false);
  });

  it('is ended by the limit of seconds, however busy it is', async () => {
    const worker = hanging();
    const terminate = vi.spyOn(worker, 'terminate');
    const job = openImport(
      { files: [EDGES] },
      { ...IMPORT_LIMITS, seconds: 0.2 },
      () => {},
      () => worker,
    );
    await expect(job.preview).rejects.toThrow('within 0.2 seconds');
    expect(terminate).toHaveBeenCalledOnce();
    expect(job.isAlive()).toBe(false);
  });

  it('never sees what is larger than the limit of bytes', async () => {
    const worker = hanging();
    const post = vi.spyOn(worker, 'postMessage');
    const job = openImport(
      { files: [EDGES, NODES] },
      { ...IMPORT_LIMITS, bytes: 60 },
      () => {},
      () => worker,
    );
    await expect(job.preview).rejects.toThrow('edges.csv, nodes.csv: expected at most');
    expect(post).not.toHaveBeenCalled();
  });

  it('holds to the limits of what is in a file', async () => {
    const job = openImport({ files: [EDGES] }, { ...IMPORT_LIMITS, nodes: 3 }, () => {});
    await expect(job.preview).rejects.toThrow('at most 3 nodes');
  });

  it('tells a worker that crashed', async () => {
    const crashing = new Worker(
      URL.createObjectURL(new Blob(["throw new Error('out of order')"], { type: 'text/javascript' })),
    );
    const job = openImport(
      { files: [EDGES] },
      IMPORT_LIMITS,
      () => {},
      () => crashing,
    );
    await expect(job.preview).rejects.toThrow('out of order');
    expect(job.isAlive()).toBe(false);
  });
});

describe('a scene file', () => {
  const mine = ownSet({ ...karate(null), name: 'Mine' }, 'lesson.gnnscene');
  const text = JSON.stringify({ data: mine.descriptor.id, epoch: 5 });
  const fileOf = (bytes: BlobPart) => new File([bytes], 'lesson.gnnscene');
  const good = async () => fileOf(await packSceneInWorker({ text, graph: mine.graph }).result);

  it('is packed in a worker, of a graph and of its bytes alike, and read in another', async () => {
    const file = await good();
    const same = await packSceneInWorker({ text, graph: mine.packed }).result;
    expect(await file.bytes()).toEqual(await same.bytes());
    const blobs = vi.spyOn(URL, 'createObjectURL');
    const read = vi.spyOn(File.prototype, 'arrayBuffer');
    const sentences: string[] = [];
    const job = readSceneInWorker(file, IMPORT_LIMITS, (sentence) => sentences.push(sentence));
    expect(await job.result).toEqual({ text, own: mine });
    expect(sentences).toContain('Unpacking lesson.gnnscene');
    // Its worker is of a blob, under the page's policy, and not a byte is read on the page's own thread.
    expect(blobs).toHaveBeenCalledOnce();
    expect(read).not.toHaveBeenCalled();
    blobs.mockRestore();
    read.mockRestore();
  });

  it('is ended by a cancel and by the limit of seconds', async () => {
    const file = await good();
    for (const [seconds, cancels, told] of [
      [60, true, 'cancelled'],
      [0.2, false, 'within 0.2 seconds'],
    ] as const) {
      const worker = hanging();
      const terminate = vi.spyOn(worker, 'terminate');
      const job = readSceneInWorker(
        file,
        { ...IMPORT_LIMITS, seconds },
        () => {},
        () => worker,
      );
      if (cancels) job.cancel();
      await expect(job.result).rejects.toThrow(told);
      expect(terminate).toHaveBeenCalledOnce();
    }
  });

  it('holds to the limits, and is named where it is damaged', async () => {
    const file = await good();
    const reading = (each: File, limits = {}) =>
      readSceneInWorker(each, { ...IMPORT_LIMITS, ...limits }, () => {}).result;
    await expect(reading(file, { bytes: 60 })).rejects.toThrow('lesson.gnnscene: expected at most');
    await expect(reading(file, { nodes: 33 })).rejects.toThrow('lesson.gnnscene: expected at most 33 nodes');
    const cut = new Uint8Array(await file.slice(0, -9).arrayBuffer());
    await expect(reading(fileOf(cut))).rejects.toThrow('lesson.gnnscene: expected');
  });

  it('is refused where it is larger than a file may be', async () => {
    const long = packSceneInWorker({ text: JSON.stringify('x'.repeat(3 * 2 ** 20)), graph: null });
    await expect(long.result).rejects.toThrow('beside the graph');
  });
});
