import { afterEach, describe, expect, it } from 'vitest';
import { loadData } from '../../../src/engine/sources';
import fetchingWorker from './fetching.worker.ts?worker&url';

const BLOB_WORKER = new URL('../../../src/engine/blobWorker.ts', import.meta.url).href;
const WORKER = new URL(fetchingWorker, import.meta.url).href;

let frame: HTMLIFrameElement | null = null;
afterEach(() => {
  frame?.remove();
  frame = null;
});

/** What a worker says that is started by `start` on a page of this host with this policy. */
function saidUnder(policy: string, start: string): Promise<unknown> {
  const page = document.createElement('iframe');
  frame = page;
  page.srcdoc = `
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <script type="module">
      import { blobWorker } from ${JSON.stringify(BLOB_WORKER)};
      const worker = ${start};
      worker.onmessage = ({ data }) => parent.postMessage(data);
      worker.onerror = (event) => parent.postMessage('no worker: ' + event.message);
      worker.postMessage(${JSON.stringify(new URL('/', location.href).href)});
    </script>`;
  return new Promise((resolve) => {
    const hear = (event: MessageEvent): void => {
      if (event.source !== page.contentWindow) return;
      window.removeEventListener('message', hear);
      resolve(event.data);
    };
    window.addEventListener('message', hear);
    document.body.append(page);
  });
}

const FROM_BLOB = `blobWorker(${JSON.stringify(WORKER)})`;
const PLAIN = `new Worker(${JSON.stringify(WORKER)}, { type: 'module' })`;

describe("a page whose policy is connect-src 'none'", () => {
  const policy = "connect-src 'none'";

  it('binds a worker that is started from a blob', async () => {
    expect(await saidUnder(policy, FROM_BLOB)).toBe('refused');
  });

  it('does not bind one that is started from its own address', async () => {
    expect(await saidUnder(policy, PLAIN)).toBe('fetched');
  });
});

it('a worker from a blob may do what the page may', async () => {
  expect(await saidUnder("connect-src 'self'", FROM_BLOB)).toBe('fetched');
});

it('the data worker starts so', async () => {
  const graph = await loadData(
    { id: 'karate', labelling: null },
    { files: null, mayDownload: false },
    () => {},
  ).result;
  expect(graph.numNodes).toBe(34);
});
