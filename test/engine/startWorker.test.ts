import { describe, expect, it } from 'vitest';
import { runSeeds } from '../../src/engine/seeds';
import { layOut } from '../../src/engine/sources';
import { failureOf, startWorker } from '../../src/engine/startWorker';
import { karate } from '../../src/data/generators/karate';
import { defaultRun } from '../../src/data/run/defaults';

const refuse = () => {
  throw new DOMException('workers are forbidden here', 'SecurityError');
};

describe('a worker that the browser refuses', () => {
  it('fails by an event, with the reason and what helps, to who listens by then', async () => {
    const worker = startWorker(refuse);
    worker.postMessage({ kind: 'load' }, []);
    const message = await new Promise<string>((resolve) =>
      worker.addEventListener('error', (event) => resolve(event.message)),
    );
    expect(message).toMatch(/refused to start one \(workers are forbidden here\)\. Reload the page/);
    worker.terminate();
  });

  // There are no workers in Node: each of these would throw.
  it('makes jobs fail in words, and none of them hang or throw', async () => {
    const graph = karate(null);
    const run = defaultRun({ id: 'karate', labelling: null });
    const told = /this browser refused to start one/;
    await expect(layOut(graph, 0, () => {}).result).rejects.toThrow(told);
    await expect(
      runSeeds(run, graph, [1], { choice: 'auto', secure: true }, () => {}).result,
    ).rejects.toThrow(told);
  });

  it('is told apart from one whose code cannot be had', () => {
    expect(failureOf({ message: '' }, 'layout')).toBe(
      'layout: expected the code of its worker, got none, or it stopped. Check the connection and reload the page.',
    );
    expect(failureOf({ message: 'out of memory' }, 'layout')).toBe('out of memory');
  });
});
