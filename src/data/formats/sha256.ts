/**
 * SHA-256 as lower-case hex. Not crypto.subtle: a page served over plain http from another address has none, and one
 * way is better tested than two.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export const sha256Hex = (bytes: ArrayBuffer): string => bytesToHex(sha256(new Uint8Array(bytes)));
