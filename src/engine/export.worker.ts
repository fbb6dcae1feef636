/** The export worker: writes one file of a run, or a scene. */
import { writeFile } from '../data/export/write';
import { packGraph } from '../data/formats/packed/packGraph';
import { writeSceneFile } from '../data/formats/scene/sceneFile';
import type { ExportCalls } from './protocol';
import { serve } from './wire';
import { workerScope } from './workerScope';

serve<ExportCalls>(workerScope(), {
  write: ({ kind, facts }) => writeFile(kind, facts),
  scene: ({ text, graph }) =>
    writeSceneFile({ text, graph: graph && !(graph instanceof Uint8Array) ? packGraph(graph) : graph }),
});
