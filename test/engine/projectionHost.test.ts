import { afterEach, describe, expect, it } from 'vitest';
import { align } from '../../src/compute/projection/procrustes';
import { plainKernels, type ProjectionKernels } from '../../src/compute/projection/kernels';
import { createProjectionHost } from '../../src/engine/projectionHost';
import type { ActivationsAnswer, ActivationsRequest, ProjectionEvent } from '../../src/engine/protocol';
import type { Turns } from '../../src/engine/turns';
import type { ProjectionPicture, ProjectionRequest, Readout } from '../../src/data/run/pictures';
import type { Activations } from '../../src/data/run/records';
import { clusteredRows, sparseRows, toSparse } from '../compute/projection/points';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

const matrix = clusteredRows(80, 6, 4);
const hidden: Activations = { kind: 'dense', matrix };
/** A ring of 80 nodes. */
const RING = {
  source: Int32Array.from({ length: 160 }, (_, e) => ((e >> 1) + (e % 2 ? 1 : 79)) % 80),
  target: Int32Array.from({ length: 160 }, (_, e) => e >> 1),
};
const sparse: Activations = { kind: 'sparse', matrix: toSparse(sparseRows(50, 30, 4)) };
const request = (part: Partial<ProjectionRequest> = {}): ProjectionRequest => ({
  layer: 'h1',
  method: 'umap',
  seed: 1,
  mode: 'settled',
  ...part,
});

/** Rows that drift as training goes on. */
const drifting = (epoch: number): Activations => ({
  kind: 'dense',
  matrix: { ...matrix, values: matrix.values.map((value, i) => value + 0.001 * epoch * Math.sin(i)) },
});

interface Compute {
  epoch: number;
  /** Whether the epoch moves on with each question. */
  trains: boolean;
  answers: (layer: string, epoch: number) => Activations | null;
  readout?: Readout;
}

function setUp(part: Partial<Compute> = {}, kernels: ProjectionKernels = plainKernels) {
  const compute: Compute = { epoch: 0, trains: false, answers: () => hidden, ...part };
  const asked: ActivationsRequest[] = [];
  const seen: { generation: number; picture: ProjectionPicture }[] = [];
  const strip: ProjectionPicture[] = [];
  const listeners = new Set<() => void>();
  const behaviour = { acknowledges: true };
  // A clock that moves only when it is looked at or waited for, so that no test depends on the machine's speed.
  let clock = 0;
  const turns: Turns = {
    next: turn,
    wait: (ms) => {
      clock += ms;
      return turn();
    },
    now: () => (clock += 2),
  };
  const host = createProjectionHost({
    turns,
    kernels: Promise.resolve(kernels),
    post: ({ kind, generation, picture }: ProjectionEvent) => {
      if (kind === 'strip') {
        strip.push(picture);
        for (const listener of listeners) listener();
        return;
      }
      seen.push({ generation, picture });
      if (behaviour.acknowledges) queueMicrotask(() => host.credit());
      for (const listener of listeners) listener();
    },
  });
  const connect = () => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    port2.addEventListener('message', ({ data }: MessageEvent<ActivationsRequest>) => {
      asked.push(data);
      const { generation, layer } = data;
      if (compute.trains) compute.epoch++;
      const activations = compute.answers(layer, compute.epoch);
      const answer: ActivationsAnswer = activations
        ? {
            kind: 'activations',
            generation,
            layer,
            epoch: compute.epoch,
            activations,
            readout: compute.readout ?? null,
          }
        : { kind: 'none', generation, layer };
      port2.postMessage(answer);
    });
    port2.start();
    void host.handlers.connect({ port: port1 });
  };
  connect();
  /** The first picture from now on that fits. */
  const next = (fits: (picture: ProjectionPicture) => boolean = () => true) => {
    const from = seen.length;
    return new Promise<ProjectionPicture>((resolve) => {
      const look = () => {
        const found = seen.slice(from).find(({ picture }) => fits(picture));
        if (!found) return;
        listeners.delete(look);
        resolve(found.picture);
      };
      listeners.add(look);
    });
  };
  const show = (what: ProjectionRequest, generation = 1) =>
    void host.handlers.show({ generation, request: what });
  const forget = (generation: number, anchor: Float32Array | null = null) =>
    void host.handlers.forget({ generation, anchor, edgeIndex: RING, numClasses: 3 });
  /** Resolves when so many small pictures have come. */
  const strips = async (count: number) => {
    while (strip.length < count) await turn();
    return strip;
  };
  return { host, compute, asked, seen, behaviour, connect, next, show, forget, strip, strips };
}

const fidelityOf = (picture: ProjectionPicture) => (picture.kind === 'points' ? picture.fidelity : null);
const isSettled = (picture: ProjectionPicture) => picture.kind === 'points' && picture.settled;
const isJudged = (picture: ProjectionPicture) => isSettled(picture) && fidelityOf(picture) !== null;
const positionsOf = (picture: ProjectionPicture) =>
  picture.kind === 'points' ? picture.positions : new Float32Array();

describe('a settled picture', () => {
  it('lies like the picture of the graph, where there is one', async () => {
    const anchor = Float32Array.from({ length: 160 }, (_, i) => Math.sin(i * i));
    const { next, show, forget } = setUp();
    forget(1, anchor);
    const settled = next(isSettled);
    show(request());
    const positions = positionsOf(await settled);
    const turned = align(positions, anchor);
    expect(Math.max(...turned.map((value, i) => Math.abs(value - positions[i]!)))).toBeLessThan(1e-3);
  });

  it('is drawn as it settles and ends settled', async () => {
    const { next, show, seen, compute } = setUp();
    compute.epoch = 12;
    const settled = next(isSettled);
    show(request());
    expect(await settled).toMatchObject({ layer: 'h1', method: 'umap', epoch: 12, progress: 1, caveats: [] });
    const progress = seen.map(({ picture }) => (picture.kind === 'points' ? picture.progress : -1));
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it('is the same for the same activations, with and without previews before it', async () => {
    const alone = setUp();
    const first = alone.next(isSettled);
    alone.show(request());

    const after = setUp({ trains: true, answers: (_layer, epoch) => drifting(epoch) });
    const previewed = after.next((picture) => picture.epoch >= 5);
    after.show(request({ mode: 'preview' }));
    await previewed;
    after.compute.answers = () => hidden;
    after.compute.trains = false;
    const second = after.next(isSettled);
    after.show(request());
    expect(positionsOf(await second)).toEqual(positionsOf(await first));
  });

  it('comes back at once when it was shown before', async () => {
    const { next, show, seen } = setUp();
    for (const method of ['umap', 'pca'] as const) {
      const done = next(isJudged);
      show(request({ method }));
      await done;
    }
    const before = seen.length;
    const again = next(isSettled);
    show(request());
    await again;
    expect(seen.length).toBe(before + 1);
  });

  it('is the same whatever was looked at before, in any order', async () => {
    const anchor = Float32Array.from({ length: 160 }, (_, i) => Math.sin(i * i));
    const look = async (history: readonly Partial<ProjectionRequest>[]) => {
      const { next, show, forget, compute } = setUp({
        trains: true,
        answers: (layer, epoch) => (layer === 'z' ? drifting(-200) : drifting(epoch)),
      });
      forget(1, anchor);
      for (const part of history) {
        const some = next();
        show(request(part));
        await some;
      }
      compute.trains = false;
      compute.answers = () => hidden;
      const settled = next(isSettled);
      show(request());
      return positionsOf(await settled);
    };
    const plain = await look([]);
    expect(await look([{ layer: 'z' }, { method: 'pca' }, { mode: 'preview' }, { seed: 7 }])).toEqual(plain);
    expect(await look([{ mode: 'preview', layer: 'z' }, { mode: 'preview' }])).toEqual(plain);
  });

  it('comes once more with how far it can be trusted', async () => {
    const { next, show, seen } = setUp();
    const judged = next(isJudged);
    show(request());
    const picture = await judged;
    expect(positionsOf(picture)).toEqual(positionsOf(seen.find((each) => isSettled(each.picture))!.picture));
    const { k, kept, trustworthiness, perNode, collapse } = fidelityOf(picture)!;
    expect(collapse?.isCollapsed).toBe(false);
    expect(collapse?.rank).toBeGreaterThan(1.5);
    expect([k, perNode.length]).toEqual([15, 80]);
    expect(trustworthiness).toBeGreaterThan(0.8);
    expect(perNode.reduce((sum, share) => sum + share, 0) / 80).toBeCloseTo(kept, 5);
  });

  it('is not mistaken for another of the same epoch with other weights', async () => {
    const { next, show, compute } = setUp();
    const first = next(isJudged);
    show(request({ method: 'pca' }));
    const before = positionsOf(await first);
    compute.answers = () => drifting(500);
    const second = next(isSettled);
    show(request({ method: 'pca' }));
    expect(positionsOf(await second)).not.toEqual(before);
  });

  it('is the two units of a layer as they are where raw axes are asked for, and PCA of a wider one', async () => {
    const two = clusteredRows(80, 2, 4);
    const { next, show, compute } = setUp({ answers: () => ({ kind: 'dense', matrix: two }) });
    const axes = next(isJudged);
    show(request({ method: 'axes' }));
    expect(await axes).toMatchObject({
      method: 'axes',
      positions: two.values,
      fidelity: { collapse: null },
    });
    compute.answers = () => hidden;
    const wide = next(isSettled);
    show(request({ method: 'axes' }));
    expect(await wide).toMatchObject({ method: 'pca' });
  });

  it('is raw axes of two units where UMAP gives way to them, with the readout of that epoch, and in the strip', async () => {
    const two = clusteredRows(80, 2, 4);
    const { next, show, compute, strips, host } = setUp({ answers: () => ({ kind: 'dense', matrix: two }) });
    compute.readout = {
      of: 'output',
      weight: { numRows: 2, numCols: 2, values: Float32Array.of(1, 0, 0, 1) },
      bias: new Float32Array(2),
    };
    void host.handlers.strip({ layers: ['h1', 'z'] });
    const settled = next(isSettled);
    show(request({ twoByAxes: true }));
    expect(await settled).toMatchObject({ method: 'axes', readout: compute.readout });
    expect(await strips(1)).toMatchObject([{ layer: 'z', method: 'axes' }]);
    const again = next(isSettled);
    show(request({ twoByAxes: false }));
    expect(await again).toMatchObject({ method: 'umap', readout: null });
  });

  it('is worked out anew for a new run', async () => {
    const { next, show, seen, compute } = setUp();
    const first = next(isJudged);
    show(request());
    await first;
    compute.answers = () => drifting(900);
    const before = seen.length;
    const second = next(isSettled);
    show(request(), 2);
    expect(positionsOf(await second)).not.toEqual(positionsOf(await first));
    expect(seen.length).toBeGreaterThan(before + 1);
  });

  it('is dropped at once for a newer request', async () => {
    const { next, show, seen } = setUp();
    const begun = next();
    show(request());
    await begun;
    const pca = next(isJudged);
    show(request({ method: 'pca' }));
    expect(await pca).toMatchObject({ method: 'pca' });
    const before = seen.length;
    for (let i = 0; i < 500; i++) await turn();
    expect(seen.length).toBe(before);
  });

  it('waits for the page: one picture for each credit, the newest', async () => {
    const { host, next, show, seen, behaviour } = setUp();
    behaviour.acknowledges = false;
    const first = next();
    show(request());
    await first;
    for (let i = 0; i < 2000; i++) await turn();
    expect(seen.length).toBe(1);
    const last = next();
    host.credit();
    expect(isSettled(await last)).toBe(true);
    expect(seen.length).toBe(2);
  });
});

describe('previews', () => {
  it('follow training and are never called settled', async () => {
    const { next, show, seen } = setUp({ trains: true, answers: (_layer, epoch) => drifting(epoch) });
    const later = next((picture) => picture.epoch >= 8);
    show(request({ mode: 'preview' }));
    await later;
    const epochs = seen.map(({ picture }) => picture.epoch);
    expect(epochs).toEqual([...new Set(epochs)].sort((a, b) => a - b));
    expect(seen.some(({ picture }) => isSettled(picture))).toBe(false);
  });

  it('draw an epoch once and wait for the next', async () => {
    const { next, show, seen, compute, asked } = setUp();
    const first = next();
    show(request({ mode: 'preview' }));
    await first;
    while (asked.length < 6) await turn();
    expect(seen.length).toBe(1);
    const second = next();
    compute.epoch = 3;
    expect((await second).epoch).toBe(3);
  });

  it('ask for nothing while the page has not drawn', async () => {
    const { host, next, show, asked, behaviour } = setUp({ trains: true });
    behaviour.acknowledges = false;
    const first = next();
    show(request({ mode: 'preview' }));
    await first;
    for (let i = 0; i < 200; i++) await turn();
    expect(asked.length).toBe(1);
    const second = next();
    host.credit();
    await second;
    expect(asked.length).toBe(2);
  });

  it('start from the picture on the screen, and afresh after it is forgotten', async () => {
    const { next, show, compute, forget } = setUp();
    const settled = next(isSettled);
    show(request());
    const before = positionsOf(await settled);
    const spread = Math.hypot(...before);
    const away = (picture: ProjectionPicture) =>
      Math.hypot(...positionsOf(picture).map((value, i) => value - before[i]!));
    compute.epoch = 1;
    const kept = next();
    show(request({ mode: 'preview' }));
    expect(away(await kept)).toBeLessThan(0.15 * spread);
    forget(2);
    const fresh = next();
    show(request({ mode: 'preview' }), 2);
    expect(away(await fresh)).toBeGreaterThan(0.3 * spread);
  });

  it('of the input are its settled picture, since training does not move it', async () => {
    const { next, show, asked } = setUp({ trains: true, answers: () => sparse });
    const settled = next(isSettled);
    show(request({ layer: 'x', mode: 'preview' }));
    expect(positionsOf(await settled).length).toBe(100);
    for (let i = 0; i < 200; i++) await turn();
    expect(asked.length).toBe(1);
  });
});

describe('the film strip', () => {
  const byLayer = (layer: string, epoch: number): Activations =>
    layer === 'x' ? sparse : drifting(layer === 'z' ? epoch + 900 : epoch);

  it('comes after the settled picture, in the same frame, and each of its pictures is at hand then', async () => {
    const { host, next, show, strips, seen } = setUp({ answers: byLayer });
    void host.handlers.strip({ layers: ['x', 'h1', 'z'] });
    const judged = next(isJudged);
    show(request());
    await judged;
    const small = await strips(2);
    expect(small.map(({ layer }) => layer)).toEqual(['x', 'z']);
    expect(small.every(isSettled)).toBe(true);
    const before = seen.length;
    const chosen = next(isSettled);
    show(request({ layer: 'z' }));
    expect(positionsOf(await chosen)).toEqual(positionsOf(small[1]!));
    expect(seen.length).toBe(before + 1);
  });

  it('is filled when it is asked for after the picture has settled', async () => {
    const { host, next, show, strips } = setUp({ answers: byLayer });
    const judged = next(isJudged);
    show(request());
    await judged;
    for (let i = 0; i < 50; i++) await turn();
    void host.handlers.strip({ layers: ['h1', 'z'] });
    expect((await strips(1))[0]).toMatchObject({ layer: 'z', settled: true });
  });

  it('is renewed now and then while the network trains', async () => {
    const { host, show, strips, forget } = setUp({ trains: true, answers: byLayer });
    void host.handlers.strip({ layers: ['x', 'h1', 'z'] });
    show(request({ mode: 'preview' }));
    const small = await strips(4);
    expect(new Set(small.map(({ layer }) => layer))).toEqual(new Set(['x', 'z']));
    expect(small.find(({ layer }) => layer === 'z')).toMatchObject({ settled: false });
    forget(2);
  });

  it('ends with the request it belongs to', async () => {
    const { host, next, show, strip, forget } = setUp({ answers: byLayer });
    void host.handlers.strip({ layers: ['x', 'h1', 'z'] });
    const judged = next(isJudged);
    show(request());
    await judged;
    forget(2);
    for (let i = 0; i < 500; i++) await turn();
    expect(strip.length).toBeLessThan(2);
  });
});

describe('questions', () => {
  it('name the nearest rows by either distance', async () => {
    const { host } = setUp();
    const ask = { generation: 1, layer: 'h1', node: 5, k: 6 };
    const near = await host.handlers.nearest({ ...ask, metric: 'euclidean' });
    const { values, numCols } = matrix;
    const apart = (j: number) =>
      Math.hypot(
        ...Array.from({ length: numCols }, (_, c) => values[5 * numCols + c]! - values[j * numCols + c]!),
      );
    const order = [...Array(80).keys()].filter((j) => j !== 5).sort((a, b) => apart(a) - apart(b));
    expect([...near.nodes]).toEqual(order.slice(0, 6));
    expect(near.distances[5]).toBeCloseTo(apart(order[5]!), 5);
    const turned = await host.handlers.nearest({ ...ask, metric: 'cosine' });
    expect(turned.distances.every((d) => d >= 0 && d <= 2)).toBe(true);
  });

  it('that nothing can answer are refused in a sentence', async () => {
    const { host, compute } = setUp();
    compute.answers = () => ({ kind: 'identity', numCols: 80 });
    const ask = { generation: 1, layer: 'x', node: 0, k: 3, metric: 'cosine' } as const;
    await expect(host.handlers.nearest(ask)).rejects.toThrow('Identity features');
    compute.answers = () => hidden;
    await expect(host.handlers.nearest({ ...ask, node: 80 })).rejects.toThrow('from 0 to 79');
  });

  it('sample pairs of nodes over all distances in hops', async () => {
    const { host, forget } = setUp();
    forget(1);
    const pairs = await host.handlers.pairs({ generation: 1, layer: 'h1', sample: 300, seed: 2 });
    expect(pairs.hops.length).toBe(300);
    expect(new Set(pairs.hops).size).toBe(40);
    for (const [p, hops] of pairs.hops.entries()) {
      const around = Math.abs(pairs.first[p]! - pairs.second[p]!);
      expect(hops).toBe(Math.min(around, 80 - around));
    }
    const keys = pairs.hops.map(
      (_, p) =>
        80 * Math.min(pairs.first[p]!, pairs.second[p]!) + Math.max(pairs.first[p]!, pairs.second[p]!),
    );
    expect(new Set(keys).size).toBe(300);
  });
});

describe('what comes in between', () => {
  it('names identity features instead of drawing them', async () => {
    for (const mode of ['preview', 'settled'] as const) {
      const { next, show } = setUp({ answers: () => ({ kind: 'identity', numCols: 34 }) });
      const picture = next();
      show(request({ layer: 'x', mode }));
      expect(await picture).toMatchObject({
        kind: 'nothing',
        sentence: expect.stringContaining('Identity features'),
      });
    }
  });

  it('asks again where there is nothing to read yet', async () => {
    let refusals = 3;
    const { next, show, asked } = setUp({ answers: () => (refusals-- > 0 ? null : hidden) });
    const settled = next(isSettled);
    show(request({ method: 'pca' }));
    await settled;
    expect(asked.length).toBe(4);
  });

  it('goes on over a new line when the old one died with a question open', async () => {
    const { connect, next, show, compute, asked } = setUp({ answers: () => hidden });
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    const silent = setUp();
    void silent.host.handlers.connect({ port: port1 });
    silent.show(request({ method: 'pca' }));
    for (let i = 0; i < 20; i++) await turn();
    expect(silent.seen.length).toBe(0);
    const settled = silent.next(isSettled);
    silent.connect();
    expect(isSettled(await settled)).toBe(true);

    compute.epoch = 1;
    const direct = next(isSettled);
    connect();
    show(request({ method: 'pca' }));
    await direct;
    expect(asked.length).toBe(1);
  });

  it('drops requests of an older run', async () => {
    const { next, show, seen } = setUp();
    const settled = next(isSettled);
    show(request({ method: 'pca' }), 5);
    show(request({ layer: 'z', method: 'pca' }), 4);
    expect(await settled).toMatchObject({ layer: 'h1' });
    expect(seen.every(({ generation }) => generation === 5)).toBe(true);
  });

  it('stops when the run is forgotten', async () => {
    const { next, show, seen, forget } = setUp({
      trains: true,
      answers: (_layer, epoch) => drifting(epoch),
    });
    const first = next();
    show(request({ mode: 'preview' }));
    await first;
    forget(2);
    const before = seen.length;
    for (let i = 0; i < 200; i++) await turn();
    expect(seen.length).toBe(before);
  });

  it('says what went wrong instead of going silent', async () => {
    const { next, show } = setUp(
      {},
      {
        ...plainKernels,
        createLayout: () => {
          throw new Error('projection: expected a fit, got none.');
        },
      },
    );
    const picture = next(({ kind }) => kind === 'nothing');
    show(request());
    expect(await picture).toMatchObject({ sentence: 'projection: expected a fit, got none.' });
  });
});
