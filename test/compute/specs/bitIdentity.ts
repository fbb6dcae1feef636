/**
 * What every model's first epochs come to, bit for bit as it stands in golden/losses: moving code about must not change a
 * single one. Where a change of numbers is meant, both callers write the files anew under `vitest run -u`.
 */
import { expect, it } from 'vitest';
import { openTrainer } from '../../../src/compute/train/openTrainer';
import { citations } from '../../../src/data/generators/citations';
import { karate } from '../../../src/data/generators/karate';
import { buildEdgeIndex } from '../../../src/data/graph/edgeIndex';
import type { GraphData } from '../../../src/data/graph/graphData';
import { defaultRun } from '../../../src/data/run/defaults';
import { MODELS } from '../../../src/data/run/models';
import { PARTS, scoreOf, type EpochRecord } from '../../../src/data/run/records';
import type { RunSpec } from '../../../src/data/run/runSpec';

const EPOCHS = 20;
const SMALL = 120;

/** The first nodes that a breadth-first search of the synthetic citations meets, with all that is said of them. */
export function fewCitations(): GraphData {
  const graph = citations(0);
  const { source, target } = graph.edgeIndex;
  const found = [0];
  const place = new Map([[0, 0]]);
  for (let at = 0; at < found.length && found.length < SMALL; at++)
    source.forEach((node, e) => {
      const other = target[e]!;
      if (node !== found[at] || place.has(other) || found.length >= SMALL) return;
      place.set(other, found.length);
      found.push(other);
    });
  const within = Array.from(source, (node, e) => [place.get(node), place.get(target[e]!)] as const).flatMap(
    ([a, b]) => (a === undefined || b === undefined ? [] : [[a, b] as const]),
  );
  if (graph.features.kind !== 'sparse') throw new Error('expected sparse features');
  const { matrix } = graph.features;
  const rows = found.map((node) => [matrix.rowPtr[node]!, matrix.rowPtr[node + 1]!] as const);
  const rowPtr = new Int32Array(found.length + 1);
  rows.forEach(([from, to], row) => (rowPtr[row + 1] = rowPtr[row]! + to - from));
  const { y, split } = graph.labelling;
  // Whom the set trains on are too few among these: every fourth is.
  const part = (which: number) => Int32Array.from(found.keys()).filter((node) => node % 4 === which);
  return {
    ...graph,
    numNodes: found.length,
    edgeIndex: buildEdgeIndex(
      found.length,
      within.map(([a]) => a),
      within.map(([, b]) => b),
    ),
    features: {
      kind: 'sparse',
      matrix: {
        ...matrix,
        numRows: found.length,
        rowPtr,
        colIndex: Int32Array.from(rows.flatMap(([from, to]) => [...matrix.colIndex.subarray(from, to)])),
        values: Float32Array.from(rows.flatMap(([from, to]) => [...matrix.values.subarray(from, to)])),
      },
    },
    labelling: {
      ...graph.labelling,
      y: Int32Array.from(found, (node) => y[node]!),
      split: { train: part(0), val: split.val && part(1), test: split.test && part(2) },
    },
    positions: null,
  };
}

const numbersOf = (record: EpochRecord): readonly (number | null)[] => [
  record.loss,
  scoreOf(record, 'val', 'loss'),
  ...PARTS.map((part) => scoreOf(record, part, 'accuracy')),
];

/** One line: what the run is, and of each epoch loss, validation loss and accuracies as float64. */
async function lineOf(what: string, run: RunSpec, graph: GraphData): Promise<string> {
  const trainer = await openTrainer(run, graph, null);
  const numbers = [numbersOf((await trainer.evaluate()).record)];
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    trainer.step();
    numbers.push(numbersOf((await trainer.evaluate()).record));
  }
  trainer.dispose();
  return `${what} ${JSON.stringify(numbers)}`;
}

/** @param folder of the golden files, as the caller sees it */
export function bitIdentitySpec(folder: string): void {
  const sets = [
    ['karate', () => karate('modularity'), 2],
    ['synthetic', fewCitations, 8],
  ] as const;
  it.each(sets)(
    'trains every model on %s, whole and in batches, to the same bits as ever',
    async (id, open, batchSize) => {
      const graph = open();
      const lines: string[] = [];
      for (const model of MODELS) {
        const run = defaultRun({ id, labelling: null }, 5, model);
        lines.push(await lineOf(`${id} ${model.id}`, run, graph));
        if (model.method) continue;
        const sampled = { ...run, training: { ...run.training, batchSize } };
        lines.push(await lineOf(`${id} ${model.id} in batches`, sampled, graph));
      }
      await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`${folder}/${id}.txt`);
    },
    // Some 40 trainings; a busy machine takes minutes for them.
    240_000,
  );
}
