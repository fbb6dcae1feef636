/** The labelling of a packed graph: class names, the class of each node, and the parts of the split. */
import { fail } from '../../base/errors';
import type { Labelling } from '../../graph/graphData';
import { broken, type ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import { PACKED_LIMITS } from './limits';
import { readIntegers, writeIntegers } from './numbers';

export function writeLabelling(out: ByteWriter, { id, name, classNames, y, split, given }: Labelling): void {
  if (given)
    throw fail(
      'packed graph',
      'expected a graph as it was loaded, got labels given by hand',
      'Pack its edits apart.',
    );
  if (classNames.length > PACKED_LIMITS.classes)
    throw fail('packed graph', `expected at most ${PACKED_LIMITS.classes} classes, got ${classNames.length}`);
  out.json(id);
  out.json(name);
  out.json(classNames);
  for (const label of y) out.varint(label + 1);
  for (const part of [split.train, split.val, split.test]) {
    out.varint(part === null ? 0 : part.length + 1);
    if (part) writeIntegers(out, part);
  }
}

export function readLabelling(bytes: ByteReader, numNodes: number): Labelling {
  const id = bytes.string('the id of the labels');
  const name = bytes.string('the name of the labels');
  const classNames = bytes.strings('the names of the classes');
  if (classNames.length > PACKED_LIMITS.classes)
    throw broken(`expected at most ${PACKED_LIMITS.classes} classes, got ${classNames.length}`);
  const y = new Int32Array(numNodes);
  for (let node = 0; node < numNodes; node++) y[node] = bytes.varint('a class', classNames.length) - 1;
  // In one part at most, and only where there is a class to learn or judge.
  const isTaken = y.map((label) => (label < 0 ? 1 : 0));
  const partOf = (what: string): Int32Array | null => {
    const length = bytes.varint(`the number of ${what}`, numNodes + 1) - 1;
    if (length < 0) return null;
    const part = readIntegers(bytes, length, what, 0, numNodes - 1);
    for (const node of part) {
      if (isTaken[node])
        throw broken(`expected ${what} with a class and in one part of the split, got node ${node}`);
      isTaken[node] = 1;
    }
    return part;
  };
  const train = partOf('training nodes');
  if (!train) throw broken('expected a list of training nodes, got none');
  return {
    id,
    name,
    classNames,
    y,
    split: { train, val: partOf('validation nodes'), test: partOf('test nodes') },
  };
}
