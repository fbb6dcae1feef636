/**
 * What the page and its workers hold, asked of the browser itself by the DevTools protocol: nothing of the page's own
 * bookkeeping is believed. https://chromedevtools.github.io/devtools-protocol/
 */
import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright';
import { snapshotSizes } from './snapshot';

/** One JavaScript heap after a garbage collection, in bytes. */
export interface Heap {
  /** Objects of JavaScript, and what the browser keeps for them: nodes, listeners, canvases. */
  readonly objects: number;
  /** Typed arrays and their like. */
  readonly buffers: number;
  /** Memories of WebAssembly: they only grow, and go with their worker. */
  readonly wasm: number;
}

export interface WorkerHeap extends Heap {
  readonly kind: string;
}

export interface PageHeap extends Heap {
  /** Compiled by V8, and not among the objects; a worker's is. */
  readonly code: number;
  /** Of the document, and others that something still holds. */
  readonly nodes: number;
  readonly listeners: number;
  /** Of WebGL, those that are not lost. */
  readonly contexts: number;
}

export interface Inspector {
  page(): Promise<PageHeap>;
  /** Of the workers that are alive, by kind. */
  workers(): Promise<readonly WorkerHeap[]>;
  /** Bytes of its own that the process of the page and its workers has in memory; null where the system does not tell. */
  process(): Promise<number | null>;
}

type Ask = (method: Parameters<CDPSession['send']>[0], params?: object) => Promise<unknown>;

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
    value,
  );
}

function numberAt(value: unknown, ...path: readonly string[]): number {
  const found = at(value, ...path);
  if (typeof found !== 'number')
    throw new Error(`inspector: expected a number at ${path.join('.')}, got ${JSON.stringify(value)}`);
  return found;
}

/** Objects held by the protocol itself would be counted the next time. */
const GROUP = 'soak';

/** The sum of `measure` over all living objects that have a prototype, both written in JavaScript. */
async function sumOver(ask: Ask, prototype: string, measure: string): Promise<number> {
  const evaluated = await ask('Runtime.evaluate', { expression: prototype, objectGroup: GROUP });
  const prototypeObjectId = at(evaluated, 'result', 'objectId');
  const found = await ask('Runtime.queryObjects', { prototypeObjectId, objectGroup: GROUP });
  const sum = await ask('Runtime.callFunctionOn', {
    objectId: at(found, 'objects', 'objectId'),
    functionDeclaration: `function () { return this.reduce((sum, each) => sum + (${measure})(each), 0); }`,
    returnByValue: true,
  });
  await ask('Runtime.releaseObjectGroup', { objectGroup: GROUP });
  return numberAt(sum, 'result', 'value');
}

async function heapOf(ask: Ask): Promise<Heap> {
  const wasm = await sumOver(ask, 'WebAssembly.Memory.prototype', '(each) => each.buffer.byteLength');
  // What a first one finalises is free after the second.
  for (let times = 0; times < 2; times++) await ask('HeapProfiler.collectGarbage');
  const usage = await ask('Runtime.getHeapUsage');
  return {
    objects: numberAt(usage, 'usedSize') + numberAt(usage, 'embedderHeapUsedSize'),
    buffers: numberAt(usage, 'backingStorageSize'),
    wasm,
  };
}

/** Linux tells. */
async function residentBytes(process: unknown): Promise<number> {
  const status = await readFile(`/proc/${numberAt(process, 'id')}/status`, 'utf8').catch(() => '');
  return 1024 * Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
}

const LIVING_CONTEXT = '(each) => Number(!each.isContextLost())';

/** Turns in a row in which nothing more has gone. */
const QUIET_TURNS = 4;
const MOST_TURNS = 30;

/** The page has had time for what it puts off, such as to let go of what is detached. */
const WHEN_IDLE = 'new Promise((done) => requestIdleCallback(done))';

/** Nodes and listeners. The browser lets go of what is detached bit by bit: counted until nothing more goes. */
async function countersOf(session: CDPSession): Promise<{ nodes: number; listeners: number }> {
  let [nodes, listeners] = [Infinity, Infinity];
  for (let turn = 0, quiet = 0; turn < MOST_TURNS && quiet < QUIET_TURNS; turn++) {
    await session.send('HeapProfiler.collectGarbage');
    const now = await session.send('Memory.getDOMCounters');
    quiet = now.nodes < nodes || now.jsEventListeners < listeners ? 0 : quiet + 1;
    [nodes, listeners] = [Math.min(nodes, now.nodes), Math.min(listeners, now.jsEventListeners)];
    await session.send('Runtime.evaluate', { expression: WHEN_IDLE, awaitPromise: true });
  }
  return { nodes, listeners };
}

/** To be called before the page is opened: it hears of every worker as it starts. */
export async function inspect(page: Page): Promise<Inspector> {
  const session = await page.context().newCDPSession(page);
  const workers = new Map<string, string>();
  const waiting = new Map<number, (answer: unknown) => void>();
  let asked = 0;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) =>
    workers.set(sessionId, targetInfo.url),
  );
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer: unknown = JSON.parse(message);
    const id = at(answer, 'id');
    if (typeof id === 'number') waiting.get(id)?.(at(answer, 'result'));
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });

  const askPage: Ask = (method, params) => session.send(method, params);
  const askWorker =
    (sessionId: string): Ask =>
    (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++asked;
        waiting.set(id, resolve);
        const message = JSON.stringify({ id, method, params });
        session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
      });

  return {
    page: async () => {
      const contexts = await sumOver(askPage, 'WebGL2RenderingContext.prototype', LIVING_CONTEXT);
      const heap = { ...(await heapOf(askPage)), ...(await snapshotSizes(session)) };
      return { ...heap, ...(await countersOf(session)), contexts };
    },
    workers: () =>
      Promise.all(
        [...workers].map(async ([sessionId, address]) => ({
          kind: /(\w+)\.worker/.exec(address)?.[1] ?? address,
          ...(await heapOf(askWorker(sessionId))),
        })),
      ),
    process: async () => {
      const browser = await page.context().browser()?.newBrowserCDPSession();
      const { processInfo = [] } = (await browser?.send('SystemInfo.getProcessInfo')) ?? {};
      await browser?.detach();
      const renderers = processInfo.filter(({ type }) => type === 'renderer');
      return Math.max(...(await Promise.all(renderers.map(residentBytes)))) || null;
    },
  };
}
