/**
 * A run opened beside the one on the page, to look at its embedding: a compute and a projection worker of its own, which
 * replay it from a keyframe to one epoch and end when nobody looks any more. Two of them make a comparison.
 */
import type { GraphData } from '../data/graph/graphData';
import type { RunSpec } from '../data/run/runSpec';
import type { ComputeEvent, Opened, ProjectionCalls, ProjectionEvent } from './protocol';
import { startCompute } from './startCompute';
import type { BackendChoice } from '../data/run/backend';
import type { Compared, ProjectionPicture, ProjectionRequest } from '../data/run/pictures';
import type { Activations, EpochRecord, Keyframe, LayerInfo } from '../data/run/records';
import { failureOf, startWorker } from './startWorker';
import { connect } from './wire';

/** A run at one of its epochs. */
export interface RunAt {
  readonly run: RunSpec;
  /** As it was loaded: the run brings its own edits. */
  readonly graph: GraphData;
  /** The keyframe before the epoch; null: from the beginning. */
  readonly from: Keyframe | null;
  /** Of epochs 1 to the epoch. */
  readonly records: readonly EpochRecord[];
  readonly epoch: number;
}

interface Taken {
  readonly picture: ProjectionPicture;
  readonly activations: Activations;
}

interface OpenPicture {
  readonly opened: Promise<Opened>;
  /** The settled picture of a layer. */
  take(request: ProjectionRequest): Promise<Taken>;
  readonly compare: (
    args: ProjectionCalls['compare']['args'],
  ) => Promise<ProjectionCalls['compare']['result']>;
  close(): void;
}

/** Each pair of workers holds one run. */
const GENERATION = 1;

function openPicture(
  { run, graph, from, records, epoch }: RunAt,
  options: { readonly choice: BackendChoice; readonly secure: boolean },
): OpenPicture {
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => {});
  const { worker, line } = startCompute((event: ComputeEvent) => {
    if (event.kind === 'lost') fail(new Error(event.message));
  });
  const drawing = startWorker(
    () => new Worker(new URL('./projection.worker.ts', import.meta.url), { type: 'module' }),
  );
  let seen: (picture: ProjectionPicture) => void = () => {};
  const projection = connect<ProjectionCalls, ProjectionEvent>(drawing, (event) => {
    if (event.kind !== 'picture') return;
    projection.credit();
    seen(event.picture);
  });
  for (const each of [worker, drawing])
    each.addEventListener('error', (event) => fail(new Error(failureOf(event, 'comparison'))));

  const open = async (): Promise<Opened> => {
    await line.call('start', options);
    const { port1, port2 } = new MessageChannel();
    await line.call('connect', { port: port1 }, [port1]);
    await projection.call('connect', { port: port2 }, [port2]);
    const opened = await line.call('open', {
      generation: GENERATION,
      run,
      graph,
      from,
      history: records.slice(0, from?.epoch ?? 0),
    });
    await projection.call('forget', {
      generation: GENERATION,
      anchor: graph.positions,
      edgeIndex: graph.edgeIndex,
      numClasses: graph.labelling.classNames.length,
    });
    if (opened.record.epoch === epoch) return opened;
    return {
      ...opened,
      ...(await line.call('seek', { generation: GENERATION, epoch, from, history: records })),
    };
  };
  const opened = Promise.race([open(), failed]);
  opened.catch(() => {});

  const settled = (request: ProjectionRequest): Promise<ProjectionPicture> =>
    new Promise((resolve, reject) => {
      seen = (picture) => {
        if (picture.layer === request.layer && (picture.kind === 'nothing' || picture.settled))
          resolve(picture);
      };
      projection.call('show', { generation: GENERATION, request }).catch(reject);
    });

  return {
    opened,
    take: async (request) => {
      await opened;
      const { activations } = await Promise.race([
        line.call('activations', { generation: GENERATION, layer: request.layer }),
        failed,
      ]);
      return { activations, picture: await Promise.race([settled(request), failed]) };
    },
    compare: (args) => Promise.race([projection.call('compare', args), failed]),
    close: () => {
      worker.terminate();
      drawing.terminate();
      line.cut('comparison: closed');
      projection.cut('comparison: closed');
      fail(new Error('comparison: closed'));
    },
  };
}

export interface Comparison {
  /** Those that both runs have, the input left out where it has nothing to show. */
  readonly layers: Promise<readonly LayerInfo[]>;
  /** Both settled pictures in the frame of the first. Rejects where there is nothing to draw, in a sentence. */
  look(request: Omit<ProjectionRequest, 'mode'>): Promise<Compared>;
  /** Ends its workers; what is under way rejects. */
  close(): void;
}

/** @param runs of the same nodes: the caller sees to that */
export function openComparison(
  runs: readonly [RunAt, RunAt],
  options: { readonly choice: BackendChoice; readonly secure: boolean },
): Comparison {
  const [first, second] = [openPicture(runs[0], options), openPicture(runs[1], options)];
  const layers = Promise.all([first.opened, second.opened]).then(([one, other]) =>
    one.layers.filter(
      ({ id, numCols, numRows, kind }) =>
        other.layers.some((layer) => layer.id === id) && (kind !== 'input' || numCols !== numRows),
    ),
  );
  layers.catch(() => {});
  return {
    layers,
    look: async (asked) => {
      const request: ProjectionRequest = { ...asked, mode: 'settled' };
      const [one, other] = await Promise.all([first.take(request), second.take(request)]);
      const pictures = [one.picture, other.picture].map((picture) => {
        if (picture.kind === 'nothing') throw new Error(picture.sentence);
        return picture;
      });
      const [onto, points] = pictures;
      const { layer } = request;
      const { k, moved, positions } = await second.compare({
        layer,
        first: one.activations,
        second: other.activations,
        points: points!.positions,
        onto: onto!.positions,
      });
      const [{ frame: before }, { frame: after }] = await Promise.all([first.opened, second.opened]);
      return {
        layer,
        method: onto!.method,
        first: { frame: before, positions: onto!.positions },
        second: { frame: after, positions },
        moved,
        k,
      };
    },
    close: () => {
      first.close();
      second.close();
    },
  };
}
