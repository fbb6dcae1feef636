import { afterAll, expect, it } from 'vitest';
import type {
  ActivationsAnswer,
  ActivationsRequest,
  ProjectionCalls,
  ProjectionEvent,
} from '../../../src/engine/protocol';
import type { ProjectionPicture, ProjectionRequest } from '../../../src/data/run/pictures';
import { connect } from '../../../src/engine/wire';
import { plainKernels } from '../../../src/compute/projection/kernels';
import { settle } from '../../../src/compute/projection/settle';
import { clusteredRows, finish, pictureOf } from '../../compute/projection/points';

const worker = new Worker(new URL('../../../src/engine/projection.worker.ts', import.meta.url), {
  type: 'module',
});
afterAll(() => worker.terminate());

const matrix = clusteredRows(300, 16, 7);
let hear = (_picture: ProjectionPicture) => {};
const line = connect<ProjectionCalls, ProjectionEvent>(worker, (event) => {
  hear(event.picture);
  line.credit();
});

/** Everything that was drawn, up to the settled picture. */
async function draw(request: ProjectionRequest): Promise<ProjectionPicture[]> {
  const pictures: ProjectionPicture[] = [];
  const done = new Promise<void>((resolve) => {
    hear = (picture) => {
      pictures.push(picture);
      if (picture.kind === 'points' && picture.settled && picture.fidelity) resolve();
    };
  });
  await line.call('show', { generation: 1, request });
  await done;
  return pictures;
}

it('the projection worker settles on one picture in a real browser, by our own UMAP and by umap-js', async () => {
  const { port1, port2 } = new MessageChannel();
  port2.addEventListener('message', ({ data }: MessageEvent<ActivationsRequest>) => {
    const { generation, layer } = data;
    const activations = { kind: 'dense' as const, matrix };
    port2.postMessage({
      kind: 'activations',
      generation,
      layer,
      epoch: 5,
      activations,
    } satisfies ActivationsAnswer);
  });
  port2.start();
  await line.call('connect', { port: port1 }, [port1]);
  const first = await draw({ layer: 'h1', method: 'umap', seed: 1, mode: 'settled' });
  const other = await draw({ layer: 'h1', method: 'umap', seed: 2, mode: 'settled' });
  const again = await draw({ layer: 'h1', method: 'umap', seed: 1, mode: 'settled' });
  expect(first.length).toBeGreaterThan(2);
  expect(again.length).toBe(1);
  expect(again.at(-1)).toEqual(first.at(-1));
  expect(other.at(-1)).not.toEqual(first.at(-1));
  const library = await draw({ layer: 'h1', method: 'umap-js', seed: 1, mode: 'settled' });
  const trust = (pictures: readonly ProjectionPicture[]) => {
    const last = pictures.at(-1);
    return last?.kind === 'points' ? (last.fidelity?.trustworthiness ?? 0) : 0;
  };
  expect(library.at(-1)).toMatchObject({ method: 'umap-js', settled: true });
  expect(trust(first)).toBeGreaterThan(trust(library) - 0.01);
  // WebAssembly in the worker and JavaScript here come to the same picture.
  const plain = finish(settle(pictureOf(matrix, { kernels: plainKernels })));
  const last = first.at(-1);
  expect(last?.kind === 'points' && last.positions).toEqual(plain);
});
