import { readPlanetoid } from '../../../src/data/formats/planetoid/readPlanetoid';
import type { GraphData } from '../../../src/data/graph/graphData';
import { downloadedFiles } from '../downloaded';

/** null where its files are not on this machine. */
export function planetoid(id: string, name: string): GraphData | null {
  const files = downloadedFiles(id);
  return files && readPlanetoid({ id, name, labelling: { id: 'public', name: 'topics' } }, files);
}
