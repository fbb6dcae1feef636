/** All decoders, by id. */
import type { DecoderId } from '../../data/run/decoders';
import { bilinear } from './bilinear';
import { cosine } from './cosine';
import type { DecoderCode } from './decoder';
import { dot } from './dot';
import { mlp } from './mlp';

export const DECODERS: Readonly<Record<DecoderId, DecoderCode>> = { dot, cosine, bilinear, mlp };
