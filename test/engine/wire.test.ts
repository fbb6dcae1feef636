import { describe, expect, it } from 'vitest';
import { connect, serve, type Endpoint } from '../../src/engine/wire';

interface Calls {
  double: { args: { value: number }; result: number };
  break: { args: Record<string, never>; result: null };
}

/** Two endpoints that hand each other clones of what is posted, a microtask later. */
function pair(): [Endpoint, Endpoint] {
  const listeners: ((event: MessageEvent) => void)[][] = [[], []];
  const side = (mine: number): Endpoint => ({
    postMessage: (message) => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => {
        for (const listener of listeners[1 - mine]!) listener(new MessageEvent('message', { data: copy }));
      });
    },
    addEventListener: (_type, listener) => void listeners[mine]!.push(listener),
  });
  return [side(0), side(1)];
}

function lineTo(onEvent = (_event: { kind: string }) => {}, onCredit = () => {}) {
  const [page, worker] = pair();
  serve<Calls>(
    worker,
    {
      double: ({ value }) => value * 2,
      break: () => {
        throw new Error('wire: expected nothing, got everything.');
      },
    },
    onCredit,
  );
  return { line: connect<Calls, { kind: string }>(page, onEvent), worker, page };
}

describe('a line to a worker', () => {
  it('answers every call with its own result', async () => {
    const { line } = lineTo();
    const answers = await Promise.all([1, 2, 3].map((value) => line.call('double', { value })));
    expect(answers).toEqual([2, 4, 6]);
    expect(line.pending()).toBe(0);
  });

  it('answers a call that throws with its error', async () => {
    const { line } = lineTo();
    await expect(line.call('break', {})).rejects.toThrow('expected nothing, got everything');
  });

  it('answers a call that nobody serves with an error that names the calls there are', async () => {
    const { page, worker } = lineTo();
    const answers: unknown[] = [];
    page.addEventListener('message', (event) => answers.push(event.data));
    page.postMessage({ kind: 'halve', id: 7, args: {} }, []);
    await new Promise((resolve) => setTimeout(resolve));
    expect(answers).toEqual([
      { kind: 'failed', id: 7, message: "engine: expected one of double, break, got 'halve'." },
    ]);
    expect(worker).toBeDefined();
  });

  it('hands on events and credits', async () => {
    const heard: string[] = [];
    let credits = 0;
    const { line, worker } = lineTo(
      (event) => heard.push(event.kind),
      () => credits++,
    );
    worker.postMessage({ kind: 'epochs' }, []);
    line.credit();
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toEqual(['epochs']);
    expect(credits).toBe(1);
  });

  it('rejects what is waiting, and all that comes later, when it is cut', async () => {
    const { line } = lineTo();
    const waiting = line.call('double', { value: 1 });
    line.cut('the worker stopped');
    await expect(waiting).rejects.toThrow('the worker stopped');
    await expect(line.call('double', { value: 2 })).rejects.toThrow('the worker stopped');
  });
});
