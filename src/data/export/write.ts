/** One file of a run, as bytes. Runs in a worker: a large embedding is hundreds of megabytes of text. */
import { zipSync } from 'fflate';
import { fail } from '../base/errors';
import { writeGexf } from '../formats/gexf/writeGexf';
import { writeGraphml } from '../formats/graphml/writeGraphml';
import { writeNpy } from '../formats/npy';
import { toDense } from '../graph/dense';
import type { DenseMatrix } from '../graph/graphData';
import { byPart, scoreOf } from '../run/records';
import { headlineOf } from '../run/tasks/tasks';
import type { RunFacts } from './facts';
import type { FileId } from './kinds';
import { outGraph } from './outGraph';
import {
  csv,
  embeddingRows,
  historyRows,
  metricsOf,
  metricsRows,
  pairRows,
  predictionRows,
  projectionRows,
  projectorRows,
  tsv,
  type Row,
} from './tables';

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array<ArrayBuffer> => encoded(`${JSON.stringify(value, null, 2)}\n`);

/** Records of a table by the names in its first row. */
const records = ([names = [], ...rows]: readonly Row[]): readonly object[] =>
  rows.map((row) => Object.fromEntries(names.map((name, column) => [String(name), row[column]])));

function predicted({ predictions }: RunFacts): Int32Array {
  if (predictions) return predictions;
  throw fail(
    'export',
    'expected predictions, found none',
    'This graph has no labels, or nothing is trained on it.',
  );
}

function embeddingOf({ embedding, graph }: RunFacts): DenseMatrix {
  if (embedding) return toDense(embedding, graph.numNodes);
  throw fail(
    'export',
    'expected the rows of the chosen layer, found none',
    'Ask for them: see tellsEmbedding.',
  );
}

/** @throws PlaygroundError where there is nothing of the kind, in a sentence */
export function writeFile(kind: FileId, facts: RunFacts): Uint8Array<ArrayBuffer> {
  const { graph, layer, projection, probabilities, run, epoch, backend } = facts;
  const heading = () => ({ run, epoch, backend });
  const headline = headlineOf(run).id;
  switch (kind) {
    case 'embedding.csv':
      return encoded(csv(embeddingRows(graph, layer, embeddingOf(facts))));
    case 'embedding.npy': {
      const embedding = embeddingOf(facts);
      return writeNpy(embedding.values, [embedding.numRows, embedding.numCols]);
    }
    case 'embedding.zip': {
      const { vectors, metadata } = projectorRows(graph, embeddingOf(facts), facts.predictions);
      return zipSync({ 'vectors.tsv': encoded(tsv(vectors)), 'metadata.tsv': encoded(tsv(metadata)) });
    }
    case 'projection.csv':
      if (!projection)
        throw fail('export', 'expected a picture of the chosen layer, found none', 'Choose another layer.');
      return encoded(csv(projectionRows(graph, projection.positions, projection.kept)));
    case 'predictions.csv':
      return encoded(csv(predictionRows(graph, predicted(facts), probabilities)));
    case 'predictions.json':
      return json({ ...heading(), nodes: records(predictionRows(graph, predicted(facts), probabilities)) });
    case 'pairs.csv':
      if (!facts.pairs)
        throw fail(
          'export',
          'expected pairs that are held out, found none',
          'Choose a task that scores pairs of nodes.',
        );
      return encoded(csv(pairRows(graph, facts.pairs)));
    case 'metrics.csv':
      return encoded(csv(metricsRows(metricsOf(graph, predicted(facts)))));
    case 'metrics.json':
      return json({
        ...heading(),
        loss: facts.records[epoch]?.loss ?? null,
        [headline]: facts.records[epoch] ? byPart(facts.records[epoch], headline) : null,
        scores: facts.records[epoch]?.scores ?? null,
        parts: metricsOf(graph, predicted(facts)),
      });
    case 'history.csv':
      return encoded(csv(historyRows(facts.records, run)));
    case 'history.json':
      return json({
        ...heading(),
        epochs: facts.records.map((record) => ({
          ...record,
          valLoss: scoreOf(record, 'val', 'loss'),
          [headline]: byPart(record, headline),
        })),
      });
    case 'graph.gexf':
      return encoded(writeGexf(outGraph(facts, embeddingOf(facts))));
    case 'graph.graphml':
      return encoded(writeGraphml(outGraph(facts, embeddingOf(facts))));
    default:
      throw fail('export', `expected a kind of file, got '${String(kind satisfies never)}'`);
  }
}
