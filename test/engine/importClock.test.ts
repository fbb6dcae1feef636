/** The limit of seconds of an import: kept by the page, and begun anew with every piece that a network brings. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IMPORT_LIMITS } from '../../src/data/formats/rawGraph';
import { openImport } from '../../src/engine/importing';
import type { ImportEvent } from '../../src/engine/protocol';

/** A worker that says what the test has it say. */
class ScriptedWorker extends EventTarget {
  readonly asked: { readonly id: number; readonly kind: string }[] = [];
  readonly terminate = vi.fn<() => void>();
  onmessage = null;
  onmessageerror = null;
  onerror = null;

  postMessage(message: { readonly id: number; readonly kind: string }): void {
    this.asked.push(message);
  }
  say(event: ImportEvent): void {
    this.dispatchEvent(new MessageEvent('message', { data: event }));
  }
  answer(result: unknown): void {
    const { id } = this.asked.at(-1) ?? { id: -1 };
    this.dispatchEvent(new MessageEvent('message', { data: { kind: 'done', id, result } }));
  }
}

const piece: ImportEvent = { kind: 'progress', sentence: '10 KB from host.example', isFetching: true };
const reading: ImportEvent = { kind: 'progress', sentence: 'Counting', isFetching: false };
const limits = { ...IMPORT_LIMITS, seconds: 60 };
const TOO_LONG = 'expected to be done within 60 seconds, got no answer';

describe('the clock of an import', () => {
  let worker = new ScriptedWorker();
  const opened = () =>
    openImport(
      { url: 'https://host.example/g.csv', follows: false },
      limits,
      () => {},
      () => worker,
    );

  beforeEach(() => {
    vi.useFakeTimers();
    worker = new ScriptedWorker();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends a worker that says nothing for sixty seconds, and not before', async () => {
    const job = opened();
    const ended = expect(job.preview).rejects.toThrow(TOO_LONG);
    await vi.advanceTimersByTimeAsync(59_900);
    expect(job.isAlive()).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    await ended;
    expect(job.isAlive()).toBe(false);
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('begins anew with every piece that comes, for as long as pieces come', async () => {
    const job = opened();
    for (let minute = 0; minute < 10; minute++) {
      await vi.advanceTimersByTimeAsync(50_000);
      worker.say(piece);
    }
    expect(job.isAlive()).toBe(true);
    worker.answer({ format: 'edge list' });
    expect(await job.preview).toEqual({ format: 'edge list' });
    // Nothing is waited for: the visitor may take an hour over the answers.
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(job.isAlive()).toBe(true);
    job.cancel();
  });

  it('does not begin anew with what the reader tells of its work', async () => {
    const job = opened();
    const ended = expect(job.preview).rejects.toThrow(TOO_LONG);
    await vi.advanceTimersByTimeAsync(50_000);
    worker.say(reading);
    await vi.advanceTimersByTimeAsync(10_100);
    await ended;
    expect(job.isAlive()).toBe(false);
  });

  it('hears that the host passes on', async () => {
    const job = opened();
    expect(job.passesOn()).toBe(false);
    worker.say({ kind: 'passesOn' });
    expect(job.passesOn()).toBe(true);
    job.cancel();
    await expect(job.preview).rejects.toThrow('cancelled');
  });
});
