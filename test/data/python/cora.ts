import { readPlanetoid } from '../../../src/data/formats/planetoid/readPlanetoid';
import type { GraphData } from '../../../src/data/graph/graphData';
import { downloadedFiles } from '../downloaded';

/** null where its files are not on this machine. */
export function cora(): GraphData | null {
  const files = downloadedFiles('cora');
  return (
    files && readPlanetoid({ id: 'cora', name: 'Cora', labelling: { id: 'public', name: 'topics' } }, files)
  );
}
