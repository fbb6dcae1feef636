/** The files in samples/, which samples/make.py writes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportFile } from '../../../src/data/formats/rawGraph';

export const sampleFile = (name: string): ImportFile => ({
  name,
  bytes: new Uint8Array(readFileSync(join(import.meta.dirname, 'samples', name))),
});

export const PLANETOID_PARTS = ['x', 'tx', 'allx', 'y', 'ty', 'ally', 'graph', 'test.index'];

/** The eight files of a set there. */
export const planetoidSample = (name: string): ImportFile[] =>
  PLANETOID_PARTS.map((part) => sampleFile(`ind.${name}.${part}`));
