/** A data set from its reference: generated, or found and read. Runs in the data worker. */
import { fail } from '../base/errors';
import { citations } from '../generators/citations';
import { karate } from '../generators/karate';
import type { GraphData } from '../graph/graphData';
import { descriptorOf, labellingIdOf } from '../run/catalogue';
import type { DatasetDescriptor } from '../run/datasets';
import type { DataRef } from '../run/runSpec';
import { browserWeb, findFiles, type FileOptions, type Web } from './datasetFiles';
import { readPlanetoid } from './planetoid/readPlanetoid';
import { shippedPositions } from './shippedLayouts';

/** The seed of the synthetic network that is on offer: one graph, the same for everybody. */
const CITATIONS_SEED = 0;

const GENERATORS = new Map<string, (labelling: string) => GraphData>([
  ['karate', karate],
  ['synthetic', () => citations(CITATIONS_SEED)],
]);

/**
 * The graph of `ref`, with positions where the set ships a layout. Throws where there is no such set or labelling, and
 * where the files are found nowhere: the message then names those to drop on the page.
 */
export async function loadDataset(
  ref: DataRef,
  options: FileOptions,
  web: Web = browserWeb(),
): Promise<GraphData> {
  const set = descriptorOf(ref.id);
  const graph = await read(set, labellingIdOf(set, ref.labelling), options, web);
  return { ...graph, positions: await shippedPositions(set.id, graph.numNodes) };
}

async function read(
  set: DatasetDescriptor,
  labellingId: string,
  options: FileOptions,
  web: Web,
): Promise<GraphData> {
  const generate = GENERATORS.get(set.id);
  if (generate) {
    options.report(`Generating ${set.name}`);
    return generate(labellingId);
  }
  const labelling = set.labellings.find((each) => each.id === labellingId);
  if (!set.download || !labelling)
    throw fail('datasets', `expected files or a generator for ${set.name}, found neither`);
  const files = await findFiles(set, set.download, options, web);
  options.report(`Reading ${set.name}`);
  return readPlanetoid({ id: set.id, name: set.name, labelling }, files);
}
