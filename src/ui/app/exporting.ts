/** What the page can be taken out as: gathers what is known of the shown run and hands it to who writes the file. */
import { fail } from '../../data/base/errors';
import { shown } from '../../data/run/checks';
import type { RunFacts } from '../../data/export/facts';
import { blobOf } from '../../data/export/blobOf';
import { EXPORTS, tellsEmbedding, type ExportId, type FileId } from '../../data/export/kinds';
import type { PythonProject } from '../../data/python/pythonProject';
import type { Engine } from '../../engine/client';
import { packSceneInWorker, writeInWorker } from '../../engine/exporting';
import { colouringOf } from '../canvas/colouring';
import { currentTheme } from '../palette/theme';
import { partsOf } from '../state/address/sceneFile';
import { sceneOf } from '../state/address/sceneOf';
import { classProbabilities } from '../state/classProbabilities';
import type { AppState } from '../state/appState';
import { runStem } from '../state/fileNames';

export interface Exported {
  readonly name: string;
  readonly blob: Blob;
}

export interface ExportSource {
  readonly state: () => AppState;
  readonly engine: Pick<Engine, 'activations' | 'weights'>;
}

/** `cora-gcn-epoch-120-h1-embedding.csv`. */
function nameOf(state: AppState, kind: ExportId): string {
  const isOfLayer = kind.startsWith('embedding') || kind.startsWith('projection');
  return [runStem(state), ...(isOfLayer ? [state.view.layer] : []), kind].join('-');
}

function openGraph({ graph, training }: AppState) {
  if (!graph || training.layers.length === 0 || !training.frame)
    throw fail('export', 'expected an open run, found none', 'Load a data set first.');
  return { graph, frame: training.frame };
}

/** No more than the file tells: the page waits while it is copied for the worker. */
async function factsOf(kind: FileId, { state, engine }: ExportSource): Promise<RunFacts> {
  const now = state();
  const { graph, frame } = openGraph(now);
  const { view, training, projection, run, backend, heldOut } = now;
  const embedding = tellsEmbedding(kind) ? (await engine.activations(view.layer)).activations : null;
  const { features: _, edgeFeatures: __, ...data } = graph.data;
  const colouring = colouringOf(now, currentTheme());
  const picture = projection?.kind === 'points' && projection.layer === view.layer ? projection : null;
  return {
    graph: data,
    positions: graph.positions,
    palette: colouring?.marks.map(({ colour }) => colour) ?? ['#888888'],
    colourOf: colouring?.markOf ?? new Uint16Array(data.numNodes),
    predictions: training.predictions,
    probabilities: classProbabilities(frame) ?? new Float32Array(0),
    projection: picture && {
      positions: picture.positions,
      kept: picture.fidelity?.perNode ?? null,
    },
    layer: view.layer,
    embedding,
    run,
    epoch: training.epoch,
    backend: backend.kind === 'ready' ? backend.info.name : 'none',
    pairs:
      kind === 'pairs.csv' &&
      heldOut &&
      frame.output.unit === 'edge' &&
      frame.output.rows === heldOut.source.length
        ? { heldOut, scores: frame.output.values }
        : null,
    records: training.records,
  };
}

/** @throws PlaygroundError where there is no open run */
export async function pythonOf(
  { state, engine }: ExportSource,
  options: { readonly weights: boolean },
): Promise<PythonProject> {
  const { pythonProject } = await import('../../data/python/pythonProject');
  const { graph } = openGraph(state());
  const { run, training } = state();
  // Label propagation learns nothing that could be taken along.
  const learns = run.model.method?.kind !== 'labelPropagation';
  const learned = options.weights && learns ? await engine.weights() : null;
  return pythonProject({
    run,
    graph: graph.base,
    epoch: learned?.epoch ?? training.epoch,
    weights: learned?.tensors ?? null,
  });
}

async function weightsOf({ state, engine }: ExportSource): Promise<Uint8Array<ArrayBuffer>> {
  const { graph } = openGraph(state());
  const [{ epoch, tensors }, { weightsFile }] = await Promise.all([
    engine.weights(),
    import('../../data/python/weightsFile'),
  ]);
  return weightsFile({ run: state().run, graph: graph.data, epoch, weights: tensors });
}

async function pictureBlob(state: AppState, kind: 'picture.png' | 'picture.svg'): Promise<Blob> {
  const [{ pictureOf }, { pngOf, svgBlob }, { pictureTexts }] = await Promise.all([
    import('../canvas/picture/picture'),
    import('../canvas/picture/formats'),
    import('../views/share/pictureTexts'),
  ]);
  const picture = pictureOf(state, 'both', currentTheme(), pictureTexts(state));
  if (!picture) throw fail('export', 'expected a graph, found none', 'Load a data set first.');
  return kind === 'picture.png' ? pngOf(picture, 2) : svgBlob(picture);
}

/**
 * One file of what the page shows now.
 * @throws PlaygroundError where there is no such kind, or nothing of it, in a sentence
 */
export async function exportAs(kind: ExportId, source: ExportSource): Promise<Exported> {
  if (!EXPORTS.some(({ id }) => id === kind))
    throw fail(
      'playground.exportAs',
      `expected one of ${EXPORTS.map(({ id }) => id).join(', ')}, got ${shown(kind)}`,
    );
  // Until it is there, the picture is of the run before it.
  if (source.state().training.phase === 'opening')
    throw fail('export', 'expected an open run, found one that is being opened', 'Try again in a moment.');
  const name = nameOf(source.state(), kind);
  switch (kind) {
    case 'weights.safetensors':
      return { name, blob: blobOf(kind, await weightsOf(source)) };
    case 'scene.gnnscene': {
      openGraph(source.state());
      const scene = sceneOf(source.state(), { results: true });
      return { name, blob: await packSceneInWorker(partsOf(scene)).result };
    }
    case 'picture.png':
    case 'picture.svg':
      return { name, blob: await pictureBlob(source.state(), kind) };
    default:
      return { name, blob: await writeInWorker(kind, await factsOf(kind, source)).result };
  }
}
