/** The export worker: writes one file of a run, or a scene. */
import { blobOf } from '../data/export/blobOf';
import { writeFile } from '../data/export/write';
import { packGraph } from '../data/formats/packed/packGraph';
import { writeSceneFile } from '../data/formats/scene/sceneFile';
import type { ExportCalls } from './protocol';
import { serve } from './wire';
import { workerScope } from './workerScope';

serve<ExportCalls>(workerScope(), {
  write: ({ kind, facts }) => blobOf(kind, writeFile(kind, facts)),
  scene: ({ text, graph }) =>
    blobOf(
      'scene.gnnscene',
      writeSceneFile({ text, graph: graph && !(graph instanceof Uint8Array) ? packGraph(graph) : graph }),
    ),
});
