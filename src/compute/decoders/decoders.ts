/** All decoders, by id. */
import { bilinear } from './bilinear';
import { cosine } from './cosine';
import type { DecoderCode } from './decoder';
import { dot } from './dot';
import { mlp } from './mlp';

export const DECODERS = { dot, cosine, bilinear, mlp } as const satisfies Record<string, DecoderCode>;
export type DecoderId = keyof typeof DECODERS;
