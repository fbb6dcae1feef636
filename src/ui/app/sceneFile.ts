/** A `.gnnscene` file that was dropped or chosen: a worker unpacks it, and what is left of it is read as a link is. */
import { IMPORT_LIMITS } from '../../data/formats/rawGraph';
import { readSceneInWorker } from '../../engine/importing';
import type { Job } from '../../engine/sources';
import type { ParsedScene } from '../state/address/parse';
import { sceneFrom } from '../state/address/sceneFile';

const SCENE_FILE = /\.gnnscene$/i;

export const sceneAmong = (files: readonly File[]): File | null =>
  files.find(({ name }) => SCENE_FILE.test(name)) ?? null;

/**
 * Its graph is known to the page when it is read. Rejects where the file is no scene, damaged, or beyond the limits.
 * @param read unpacks it; another one in tests
 */
export function readScene(
  file: File,
  onProgress: (sentence: string) => void,
  read: typeof readSceneInWorker = readSceneInWorker,
): Job<ParsedScene> {
  const { result, cancel } = read(file, IMPORT_LIMITS, onProgress);
  return { result: result.then((opened) => sceneFrom(opened, file.name)), cancel };
}
