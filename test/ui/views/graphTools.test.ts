import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/data/graph/applyEdits';
import { karate } from '../../../src/data/generators/karate';
import { NO_EDITS, withoutNode } from '../../../src/data/run/edits';
import { editedBy, type EditChange } from '../../../src/ui/app/editing';
import { atOnce } from '../../../src/data/base/sliced';
import { citations } from '../../../src/data/generators/citations';
import { withNeighbours } from '../../../src/ui/views/graph/found';
import * as search from '../../../src/ui/views/graph/findNodes';
import * as table from '../../../src/ui/views/selection/rows';
import { frameOf } from '../../records';

const findNodes = (...args: Parameters<typeof search.findNodes>) => atOnce(search.findNodes(...args));
const rowsOf = (...args: Parameters<typeof table.rowsOf>) => atOnce(table.rowsOf(...args));
const sorted = (...args: Parameters<typeof table.sorted>) => atOnce(table.sorted(...args));
const csvOf = (...args: Parameters<typeof table.csvOf>) => atOnce(table.csvOf(...args)).join('');
const tsvOf = (...args: Parameters<typeof table.tsvOf>) => atOnce(table.tsvOf(...args)).join('');

const club = karate(null);
const { classNames, y } = club.labelling;

describe('search', () => {
  const nodes = (text: string) =>
    findNodes(club, text).flatMap((found) => (found.kind === 'node' ? found.node : []));

  it('finds a node by its number, the exact one first, at most eight', () => {
    expect(nodes('3')[0]).toBe(3);
    expect(nodes('33')).toContain(33);
    expect(findNodes(club, '1')).toHaveLength(8);
  });

  it('finds a node by a word of its name, whatever its case', () => {
    expect(nodes('PRESIDENT')).toEqual([33]);
    const named = { ...club, nodeNames: club.nodeNames!.with(4, 'Ada Lovelace') };
    expect(findNodes(named, ' love ')).toEqual([{ kind: 'node', node: 4 }]);
  });

  it('finds all nodes of a class, unless only a node is asked for', () => {
    expect(findNodes(club, 'officer')[0]).toMatchObject({ kind: 'class', index: 1 });
    expect(findNodes(club, 'officer', false).filter(({ kind }) => kind === 'class')).toEqual([]);
  });

  it('finds nothing in nothing, and no deleted node', () => {
    expect(findNodes(club, '  ')).toEqual([]);
    expect(findNodes(club, 'nobody of this name')).toEqual([]);
    const without = applyEdits(club, withoutNode(NO_EDITS, 33));
    expect(findNodes(without, 'president')).toEqual([]);
  });
});

describe('the table of nodes', () => {
  const predictions = Int32Array.from(y).with(8, 1 - y[8]!);
  const probabilities = Float32Array.from({ length: 68 }, (_, k) =>
    predictions[k >> 1] === k % 2 ? 0.5 + (k >> 1) / 100 : 0.5 - (k >> 1) / 100,
  );
  const rows = rowsOf(club, predictions, frameOf(1, probabilities), [0, 8, 33, 11]);
  const order = (by: Parameters<typeof sorted>[1]['by'], descending = false) =>
    sorted(rows, { by, descending }).map(({ node }) => node);

  it('says of each node what is known of it', () => {
    expect(rows[1]).toMatchObject({ truth: 0, predicted: 1, right: false, degree: 5, split: 'none' });
    expect(rows[0]).toMatchObject({ right: true, degree: 16, split: 'train', confidence: 0.5 });
    expect(rowsOf(club, null, null, [0])[0]).toMatchObject({ predicted: -1, right: null, confidence: null });
  });

  it('sorts by every column, equal ones by node, what is not known last both ways', () => {
    expect(order('node', true)).toEqual([33, 11, 8, 0]);
    expect(order('degree')).toEqual([11, 8, 0, 33]);
    expect(order('right')).toEqual([8, 0, 11, 33]);
    expect(order('confidence', true)).toEqual([33, 11, 8, 0]);
    expect(order('split')).toEqual([0, 33, 8, 11]);
    const some = [...rows, { ...rows[0]!, node: 99, right: null }];
    for (const descending of [true, false])
      expect(sorted(some, { by: 'right', descending }).at(-1)?.node).toBe(99);
  });

  it('is written as CSV, names quoted where they need it', () => {
    const named = rowsOf(
      { ...club, nodeNames: club.nodeNames!.with(0, 'Hi, "Mr."') },
      predictions,
      null,
      [0],
    );
    expect(csvOf(named, club)).toBe(
      'node,name,class,predicted,right,confidence,degree,split\n' +
        `0,"Hi, ""Mr.""",${classNames[0]},${classNames[0]},right,,16,train\n`,
    );
    expect(tsvOf(rows, club).split('\n')).toHaveLength(5);
  });
});

describe('playground.edit', () => {
  const positions = Float32Array.from({ length: 68 }, (_, k) => k);
  const edit = (change: EditChange) => editedBy(club, NO_EDITS, positions, change);

  it('adds a node in the middle, and joins it in the same call', () => {
    const edits = edit({ addNode: {}, addEdge: [34, 0] });
    expect(edits.addedNodes).toEqual([{ x: 33, y: 34 }]);
    expect(edits.addedEdges).toEqual([[0, 34]]);
  });

  it('takes a class by name or number, null, or nothing at all for what the set says', () => {
    expect(edit({ label: { node: 5, class: classNames[1]! } }).labels).toEqual([[5, 1]]);
    expect(edit({ label: { node: 5, class: 0 } }).labels).toEqual([[5, 0]]);
    expect(edit({ label: { node: 0, class: null } }).labels).toEqual([[0, null]]);
    const given = edit({ label: { node: 5, class: 0 } });
    expect(editedBy(club, given, positions, { label: { node: 5 } })).toEqual(NO_EDITS);
  });

  it.each<[unknown, RegExp]>([
    [{}, /expected any of addNode, addEdge, .*got none/],
    [{ add: 3 }, /got 'add'/],
    [null, /expected an object/],
    [{ addEdge: [0] }, /expected two nodes as \[a, b\]/],
    [{ addEdge: [0, 34] }, /expected a node from 0 to 33, got 34/],
    [{ addEdge: [0, 0] }, /two different nodes/],
    [{ addEdge: [0, 1] }, /joined already/],
    [{ removeEdge: [0, 33] }, /not joined/],
    [{ removeNode: 1.5 }, /expected a node from 0 to 33, got 1.5/],
    [{ label: { node: 0, class: 'nobody' } }, /'Officer'.*got 'nobody'/],
    [{ label: { node: 0, class: 2 } }, /or 0 to 1, got 2/],
    [{ addNode: { x: 'left' } }, /expected x to be a number/],
    [{ addNode: { y: NaN } }, /expected y to be a number/],
    [{ addNode: { x: 1e30 } }, /expected x from -?\d.* to \d.*, near the layout, got 1e\+30. Leave it out/],
  ])('says of %j what it expected', (change, message) => {
    expect(() => editedBy(club, NO_EDITS, positions, change as EditChange)).toThrow(message);
  });

  it('names a node that is deleted', () => {
    const without = withoutNode(NO_EDITS, 5);
    expect(() => editedBy(club, without, positions, { removeNode: 5 })).toThrow(
      /that is there, got 5, deleted/,
    );
  });
});

describe('a node that was found', () => {
  it('is looked at with its neighbours in a small graph, and alone in a large one', () => {
    expect(withNeighbours(club, [11])).toEqual([11, 0]);
    expect(withNeighbours(club, [11, 0]).length).toBe(17);
    expect(withNeighbours(citations(0), [11])).toEqual([11]);
  });
});
