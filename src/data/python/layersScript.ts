/** The script of a model of layers, from its parts. */
import type { GraphData } from '../graph/graphData';
import type { RunSpec } from '../spec/runSpec';
import { dataPart, type DataPart } from './dataPart';
import { graphFacts } from './graphFacts';
import { headPart, importLines } from './headPart';
import { mainPart } from './mainPart';
import { definitionsOf, modelPart, writtenLayers } from './modelPart';
import { modelName } from './names';
import { optimiserPart, settingsPart, stoppingPart, timelinePart } from './recipePart';
import { sampledPart } from './sampledPart';
import { trainingPart } from './trainingPart';
import { layersAsBuilt } from './weightsFile';
import { WEIGHTS_PART } from './weightsPart';

export interface Script {
  readonly script: string;
  readonly files: DataPart['files'];
}

/** @param graph as it is at the epoch, edits included; @param stem of file names */
export function layersScript(run: RunSpec, graph: GraphData, epoch: number, stem: string): Script {
  const facts = graphFacts(graph);
  const specs = layersAsBuilt(run, graph);
  const layers = writtenLayers(specs, facts);
  const data = dataPart(run, graph, epoch, stem);
  const timeline = timelinePart(run);
  const stopping = stoppingPart(run, facts);
  const has = { moves: timeline !== null, stops: stopping !== null };
  const sampled = sampledPart(run, specs, has);
  const convolutions = [...new Set(layers.flatMap(({ text }) => text.imports ?? []))].sort();
  const parts = [
    `${headPart(run, graph, epoch, stem, data)}\n${importLines(data, convolutions)}`,
    settingsPart(run, layers),
    data.code,
    ...definitionsOf(layers),
    modelPart(layers, run, modelName(run.model.id)),
    optimiserPart(run, layers),
    ...(timeline ? [timeline] : []),
    ...(stopping ? [stopping] : []),
    sampled.batches,
    trainingPart(run, has),
    sampled.distributed,
    WEIGHTS_PART,
    mainPart(run, data, stem),
  ];
  return { script: `${parts.join('\n\n\n')}\n`, files: data.files };
}
