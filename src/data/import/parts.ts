/** What both the estimate and the graph itself are made from: the part taken, its edges, classes and split. */
import { fail } from '../base/errors';
import type { RawGraph } from '../formats/rawGraph';
import type { Split } from '../graph/graphData';
import type { ImportAnswers } from './answers';
import { columnNamed } from './cellValues';
import { edgesOf, type BuiltEdges } from './edges';
import { classesOf, type Classes } from './labels';
import { sampled } from './sample';
import { splitOf } from './split';

export interface Parts {
  /** The sample where one was asked for. */
  readonly raw: RawGraph;
  readonly edges: BuiltEdges;
  readonly classes: Classes;
  readonly split: Split;
}

/** @throws PlaygroundError where there is no node, or an answer does not fit what a column holds */
export function partsOf(whole: RawGraph, answers: ImportAnswers): Parts {
  if (whole.nodeIds.length === 0)
    throw fail('import', 'expected at least one node, got none', 'Choose another file.');
  const { seed, label, split } = answers;
  const { raw, edges } = takenOf(whole, answers);
  const classes = label === null ? none(raw) : classesOf(columnNamed(raw.nodeColumns, label, 'nodes'));
  return {
    raw,
    edges,
    classes,
    split:
      classes.classNames.length === 0
        ? { train: new Int32Array(0), val: null, test: null }
        : splitOf(classes, split, raw.nodeColumns, seed),
  };
}

type Taken = Pick<Parts, 'raw' | 'edges'>;

/** What was made last of each file: sorting millions of edges takes seconds, and most answers do not touch them. */
const last = new WeakMap<RawGraph, { readonly key: string; readonly taken: Taken }>();

function takenOf(whole: RawGraph, answers: ImportAnswers): Taken {
  const { directions, weight, repeated, selfLoops, seed, sample } = answers;
  const key = JSON.stringify([directions, weight, repeated, selfLoops, sample, sample === null ? 0 : seed]);
  const known = last.get(whole);
  if (known?.key === key) return known.taken;
  const raw = sample === null ? whole : sampled(whole, sample, seed);
  const taken = { raw, edges: edgesOf(raw, answers) };
  last.set(whole, { key, taken });
  return taken;
}

const none = ({ nodeIds }: RawGraph): Classes => ({
  classNames: [],
  y: new Int32Array(nodeIds.length).fill(-1),
});
