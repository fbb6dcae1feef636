/** A `.gnnscene` file that was dropped or chosen: opened as a link is. */
import { fail } from '../../data/base/errors';
import { IMPORT_LIMITS } from '../../data/formats/rawGraph';
import { unpackScene } from '../state/address/sceneFile';
import type { Arriving } from './arriving';
import type { Context } from './context';

/** Rejects where the file is no scene, or its graph cannot be had. */
export async function openSceneFile(
  { notify }: Context,
  { open }: Pick<Arriving, 'open'>,
  file: File,
): Promise<void> {
  if (file.size > IMPORT_LIMITS.bytes)
    throw fail(file.name, `expected at most ${IMPORT_LIMITS.bytes} bytes, got ${file.size}`);
  const { scene, problems } = unpackScene(new Uint8Array(await file.arrayBuffer()), file.name);
  if (problems.length > 0) notify('warning', `In ${file.name}: ${problems.join(' ')}`);
  await open(scene, { isTold: true });
}
