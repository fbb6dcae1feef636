/** Where the two canvases look, as text: `x,y,ratio` of the graph, `_`, and the same of the embedding. */
import { isFields } from '../../../data/run/checks';

function one(camera: unknown): string {
  if (!isFields(camera)) return '';
  return [camera['x'], camera['y'], camera['ratio']].map(String).join(',');
}

export const writeCamera = (camera: unknown): string | null =>
  isFields(camera) ? `${one(camera['graph'])}_${one(camera['embedding'])}` : null;

export function readCamera(text: string): unknown {
  const [graph = '', embedding = ''] = text.split('_');
  const from = (part: string) => {
    if (part === '') return null;
    const [x, y, ratio, ...rest] = part.split(',').map(Number);
    return rest.length > 0 ? part : { x, y, ratio };
  };
  return { graph: from(graph), embedding: from(embedding) };
}
