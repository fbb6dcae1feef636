/** Which nodes are learned from, chosen on and judged on: drawn by a seed, class by class, or as a column says. */
import { fail } from '../base/errors';
import { randomBits, randomKey, STREAM } from '../base/random';
import type { Column } from '../formats/rawGraph';
import type { Split } from '../graph/graphData';
import type { SplitAnswer } from './answers';
import { columnNamed, cutName, textIn } from './cellValues';
import type { Classes } from './labels';

type Part = 'train' | 'val' | 'test';

const WORDS: ReadonlyMap<string, Part> = new Map([
  ['train', 'train'],
  ['training', 'train'],
  ['val', 'val'],
  ['valid', 'val'],
  ['validation', 'val'],
  ['dev', 'val'],
  ['test', 'test'],
  ['testing', 'test'],
]);

/** The part that a word of a split column means; null: none that is known. */
export const partOf = (word: string): Part | null => WORDS.get(word.toLowerCase()) ?? null;

/**
 * Parts in ascending order; one without nodes is null. Nodes without a class are in none of them.
 *
 * `shares`: of a class with n nodes, max(1, round(train n)) are for training, round(val n) for validation as far as
 * there are any left, the others for test. `perClass`: min(train, ceil(n / 2)) of each class, so that every class can
 * also be judged; of all others together so many for validation and test, in proportion where they do not suffice.
 */
export function splitOf(
  classes: Classes,
  answer: SplitAnswer,
  columns: readonly Column[],
  seed: number,
): Split {
  const parts: Record<Part, number[]> = { train: [], val: [], test: [] };
  if (answer.kind === 'column') fromColumn(classes, columnNamed(columns, answer.column, 'nodes'), parts);
  else {
    const ofClass = classes.classNames.map((): number[] => []);
    for (const node of shuffled(classes.y, seed)) ofClass[classes.y[node]].push(node);
    if (answer.kind === 'shares') byShares(ofClass, answer, parts);
    else perClass(ofClass, answer, classes.y, seed, parts);
  }
  const sorted = (part: Part) => Int32Array.from(parts[part]).sort();
  const some = (part: Part) => (parts[part].length > 0 ? sorted(part) : null);
  return { train: sorted('train'), val: some('val'), test: some('test') };
}

/** Nodes that have a class, in an order drawn by the seed. */
function shuffled(y: Int32Array, seed: number): Int32Array {
  const key = randomKey(seed, STREAM.split, 0);
  // The draw and the node in one number of 52 bits, so that typed arrays can sort it.
  const keys = new Float64Array(y.length);
  let count = 0;
  for (let node = 0; node < y.length; node++)
    if (y[node] >= 0) keys[count++] = randomBits(key, node) * 2 ** 20 + node;
  return Int32Array.from(keys.subarray(0, count).sort(), (each) => each % 2 ** 20);
}

function byShares(
  ofClass: readonly number[][],
  { train, val }: Extract<SplitAnswer, { kind: 'shares' }>,
  parts: Record<Part, number[]>,
): void {
  for (const nodes of ofClass) {
    const first = Math.max(1, Math.round(train * nodes.length));
    const second = first + Math.round(val * nodes.length);
    nodes.forEach((node, k) => parts[k < first ? 'train' : k < second ? 'val' : 'test'].push(node));
  }
}

function perClass(
  ofClass: readonly number[][],
  { train, val, test }: Extract<SplitAnswer, { kind: 'perClass' }>,
  y: Int32Array,
  seed: number,
  parts: Record<Part, number[]>,
): void {
  for (const nodes of ofClass)
    for (const node of nodes.slice(0, Math.min(train, Math.ceil(nodes.length / 2)))) parts.train.push(node);
  const isTaken = new Set(parts.train);
  const rest = [...shuffled(y, seed)].filter((node) => !isTaken.has(node));
  const wanted = val + test;
  const scale = wanted > rest.length ? rest.length / wanted : 1;
  const first = Math.round(val * scale);
  const last = wanted > rest.length ? rest.length : wanted;
  rest.slice(0, last).forEach((node, k) => parts[k < first ? 'val' : 'test'].push(node));
}

function fromColumn({ y }: Classes, { name, values }: Column, parts: Record<Part, number[]>): void {
  values.forEach((cell, node) => {
    const word = textIn(cell);
    if (word === null) return;
    const part = partOf(word);
    if (!part)
      throw fail(
        'import',
        `expected train, val, test or nothing in column '${cutName(name)}', got '${word.slice(0, 40)}'`,
        'Choose another split.',
      );
    if (y[node] >= 0) parts[part].push(node);
  });
}
