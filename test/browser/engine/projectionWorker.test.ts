import { afterAll, expect, it } from 'vitest';
import type {
  ActivationsAnswer,
  ActivationsRequest,
  ProjectionCalls,
  ProjectionEvent,
} from '../../../src/engine/protocol';
import type { ProjectionPicture, ProjectionRequest } from '../../../src/engine/types';
import { connect } from '../../../src/engine/wire';
import { clusteredRows } from '../../compute/projection/points';

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
      if (picture.kind === 'points' && picture.settled) resolve();
    };
  });
  await line.call('show', { generation: 1, request });
  await done;
  return pictures;
}

it('the projection worker settles on one picture, by umap-js, in a real browser', async () => {
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
});
