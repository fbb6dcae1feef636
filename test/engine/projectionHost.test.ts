import { afterEach, describe, expect, it } from 'vitest';
import { align } from '../../src/compute/projection/procrustes';
import { createOwnFit, type CreateUmapFit } from '../../src/compute/projection/umapFit';
import { createProjectionHost } from '../../src/engine/projectionHost';
import type { ActivationsAnswer, ActivationsRequest, ProjectionEvent } from '../../src/engine/protocol';
import type { Turns } from '../../src/engine/turns';
import type { Activations, ProjectionPicture, ProjectionRequest } from '../../src/engine/types';
import { clusteredRows, sparseRows, toSparse } from '../compute/projection/points';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

const matrix = clusteredRows(80, 6, 4);
const hidden: Activations = { kind: 'dense', matrix };
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
}

function setUp(part: Partial<Compute> = {}, createFit: CreateUmapFit = createOwnFit) {
  const compute: Compute = { epoch: 0, trains: false, answers: () => hidden, ...part };
  const asked: ActivationsRequest[] = [];
  const seen: { generation: number; picture: ProjectionPicture }[] = [];
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
    createFit,
    post: ({ generation, picture }: ProjectionEvent) => {
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
        ? { kind: 'activations', generation, layer, epoch: compute.epoch, activations }
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
  return { host, compute, asked, seen, behaviour, connect, next, show };
}

const isSettled = (picture: ProjectionPicture) => picture.kind === 'points' && picture.settled;
const positionsOf = (picture: ProjectionPicture) =>
  picture.kind === 'points' ? picture.positions : new Float32Array();

describe('a settled picture', () => {
  it('lies like the picture of the graph, where there is one', async () => {
    const anchor = Float32Array.from({ length: 160 }, (_, i) => Math.sin(i * i));
    const { host, next, show } = setUp();
    await host.handlers.forget({ generation: 1, anchor });
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
    expect(seen.filter(({ picture }) => isSettled(picture)).length).toBe(1);
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
      const done = next(isSettled);
      show(request({ method }));
      await done;
    }
    const before = seen.length;
    const again = next(isSettled);
    show(request());
    await again;
    expect(seen.length).toBe(before + 1);
  });

  it('is worked out anew for a new run', async () => {
    const { next, show, seen, compute } = setUp();
    const first = next(isSettled);
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
    const pca = next(isSettled);
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
    const { host, next, show, compute } = setUp();
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
    void host.handlers.forget({ generation: 2, anchor: null });
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
    const { host, next, show, seen } = setUp({
      trains: true,
      answers: (_layer, epoch) => drifting(epoch),
    });
    const first = next();
    show(request({ mode: 'preview' }));
    await first;
    void host.handlers.forget({ generation: 2, anchor: null });
    const before = seen.length;
    for (let i = 0; i < 200; i++) await turn();
    expect(seen.length).toBe(before);
  });

  it('says what went wrong instead of going silent', async () => {
    const { next, show } = setUp({}, () => {
      throw new Error('projection: expected a fit, got none.');
    });
    const picture = next(({ kind }) => kind === 'nothing');
    show(request());
    expect(await picture).toMatchObject({ sentence: 'projection: expected a fit, got none.' });
  });
});
