/**
 * Several seeds of one run as one job, in a worker of its own: the run on the page goes on beside it. Seeds are trained
 * one after another, as fast as possible.
 */
import type { GraphData } from '../data/graph/graphData';
import type { RunSpec } from '../data/run/runSpec';
import type { ComputeEvent } from './protocol';
import { startCompute } from './startCompute';
import { failureOf } from './startWorker';
import type { BackendChoice } from '../data/run/backend';
import type { EpochRecord, SeedRun, SeedsJob, SeedsProgress } from '../data/run/records';

/** Whoever cancels is not known here. */
const CANCELLED =
  'seeds: expected all to be trained, but they were cancelled on the page or others were asked for. Ask for them again.';

/** @param run its own seed is not looked at; settings moved in mid-run are moved for every seed */
export function runSeeds(
  run: RunSpec,
  graph: GraphData,
  seeds: readonly number[],
  options: { readonly choice: BackendChoice; readonly secure: boolean },
  onProgress: (progress: SeedsProgress) => void,
): SeedsJob {
  const done: SeedRun[] = [];
  const { epochs } = run.training;
  let records: EpochRecord[] = [];
  let end: (how: 'stopped' | 'diverged') => void = () => {};
  let fail: (error: Error) => void = () => {};

  /** @param epochsDone of the seed that is being trained, a share of one included */
  const tell = (epochsDone: number) =>
    onProgress({ done, share: (done.length * epochs + epochsDone) / (seeds.length * epochs) });

  const hear = (event: ComputeEvent) => {
    switch (event.kind) {
      case 'epochs':
        records.push(...event.records);
        tell(records.length - 1);
        return line.credit();
      case 'progress':
        tell(event.progress.epoch - 1 + event.progress.share);
        return line.credit();
      case 'stopped':
      case 'diverged':
        return end(event.kind);
      case 'lost':
        return fail(new Error(event.message));
      case 'baselines':
      case 'keyframe':
      case 'smoothing':
        return;
      default:
        event satisfies never;
    }
  };
  const { worker, line } = startCompute(hear);

  const train = async (seed: number, generation: number): Promise<SeedRun> => {
    const ended = new Promise<'stopped' | 'diverged'>((resolve) => (end = resolve));
    const opened = await line.call('open', {
      generation,
      run: { ...run, seed },
      graph,
      from: null,
      history: [],
    });
    records = [opened.record];
    await line.call('play', { generation, until: epochs, pace: Infinity });
    const how = await ended;
    return { seed, records, diverged: how === 'diverged' };
  };

  const all = async (): Promise<readonly SeedRun[]> => {
    await line.call('start', options);
    for (const [index, seed] of seeds.entries()) {
      done.push(await train(seed, index + 1));
      onProgress({ done: [...done], share: done.length / seeds.length });
    }
    return done;
  };

  const stop = (reason: string) => {
    worker.terminate();
    line.cut(reason);
    fail(new Error(reason));
  };
  const failed = new Promise<never>((_, reject) => (fail = reject));
  worker.addEventListener('error', (event) => fail(new Error(failureOf(event, 'seeds'))));
  const result = Promise.race([all(), failed]);
  void result.then(
    () => worker.terminate(),
    () => worker.terminate(),
  );
  return { result, cancel: () => stop(CANCELLED) };
}
