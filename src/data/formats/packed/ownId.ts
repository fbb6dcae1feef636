/** The id of a visitor's own graph: made of what it holds, so that the same graph has the same id everywhere. */
import { sha256Hex } from '../sha256';

/** `own-` and the first 16 hexadecimal digits of the SHA-256 of the packed graph. */
export const ownId = (packed: Uint8Array): string => `own-${sha256Hex(packed.slice().buffer).slice(0, 16)}`;
