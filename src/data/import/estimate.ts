/** What answers lead to, found without building any features. */
import type { RawGraph } from '../formats/rawGraph';
import { modelFor } from '../run/defaults';
import { degrees } from '../graph/degrees';
import type { EdgeIndex } from '../graph/graphData';
import { loopsOf } from '../graph/mergeEdges';
import type { ColumnUse, Estimate, FeatureAnswer, ImportAnswers } from './answers';
import { columnNamed, textIn } from './cellValues';
import { MAX_CATEGORIES } from './columnBlocks';
import { degreeBucket } from './features';
import { classSizes } from './labels';
import { typesOf } from './types';
import { partsOf } from './parts';
import { warningsOn } from './warnings';
import { roughBag } from './words';

const HIDDEN = 16;

interface Size {
  readonly features: number;
  readonly entries: number;
}

/**
 * Counts are exact but for columns of text, which a sample of 200 stands for.
 *
 * A graph with classes opens with a GCN. With n nodes, m messages, F features of e non-zeros, C classes and 16 hidden
 * units:
 * memory = 16 e (features and their transpose) + 24 (m + n) (the propagation matrix and its transpose)
 *   + 4 n (8 · 16 + 6 C) (activations and gradients) + 16 · 16 F (weights, gradient, moments), in bytes;
 * time = 0.1 ms + 1e-7 ms · (3 · 16 e + 3 (16 + C) (m + n) + 20 · 16 n), for forward pass, gradient and evaluation.
 * One without opens with Node2Vec. With d numbers to a node and P pairs to an epoch:
 * memory = 24 (m + n) (the graph as walks read it) + 28 n d (table, gradient, moments, and copies of what is shown);
 * time = 0.1 ms + 1e-6 ms · P d.
 * The constants are those of Cora on WASM here (0.5 ms an epoch, 700 ms): rough, within a factor of three elsewhere.
 *
 * @throws PlaygroundError where an answer does not fit what the file holds
 */
export function estimateFor(whole: RawGraph, answers: ImportAnswers): Estimate {
  const { raw, edges, classes, split } = partsOf(whole, answers);
  const nodes = raw.nodeIds.length;
  const messages = edges.edgeIndex.source.length;
  const loops = loopsOf({ ...edges.edgeIndex, weight: null }).source.length;
  const { features, entries } = sizeOf(raw, answers.features, edges.edgeIndex);
  const sizes = classSizes(classes);
  const counts = {
    nodes,
    edges: answers.directions === 'directed' ? messages : (messages + loops) / 2,
    messages,
    features,
    entries,
    classes: classes.classNames
      .map((name, k) => ({ name, nodes: sizes[k] ?? 0 }))
      .sort((a, b) => b.nodes - a.nodes),
    types: typesOf(raw, answers.type),
    split: {
      train: split.train.length,
      val: split.val?.length ?? 0,
      test: split.test?.length ?? 0,
    },
    ...effortOf({ nodes, messages, features, entries, classes: sizes.length }),
  };
  return { ...counts, warnings: warningsOn(counts, answers, edges, raw.nodeColumns.length > 0) };
}

function effortOf(
  size: Size & { readonly nodes: number; readonly messages: number; readonly classes: number },
): Pick<Estimate, 'model' | 'runBytes' | 'epochMs'> {
  const { nodes, messages, features, entries, classes } = size;
  const { name, method } = modelFor({ counts: { classes } });
  if (method?.kind === 'node2vec') {
    const { walkLength, context, walksPerNode, negatives, dimension } = method;
    const pairs = nodes * walksPerNode * (1 + negatives) * (walkLength - context + 1) * (context - 1);
    return {
      model: name,
      runBytes: 24 * (messages + nodes) + 28 * nodes * dimension,
      epochMs: 0.1 + 1e-6 * pairs * dimension,
    };
  }
  return {
    model: name,
    runBytes:
      16 * entries +
      24 * (messages + nodes) +
      4 * nodes * (8 * HIDDEN + 6 * classes) +
      16 * HIDDEN * features,
    epochMs:
      0.1 + 1e-7 * (3 * HIDDEN * entries + 3 * (HIDDEN + classes) * (messages + nodes) + 20 * HIDDEN * nodes),
  };
}

function sizeOf(raw: RawGraph, answer: FeatureAnswer, edgeIndex: EdgeIndex): Size {
  const nodes = raw.nodeIds.length;
  switch (answer.kind) {
    case 'file':
      return ofFile(raw);
    case 'columns': {
      const sizes = answer.columns.map(({ name, as }) => ofColumn(raw, name, as));
      return {
        features: sizes.reduce((sum, size) => sum + size.features, 0),
        entries: sizes.reduce((sum, size) => sum + size.entries, 0),
      };
    }
    case 'identity':
      return { features: nodes, entries: nodes };
    case 'degree': {
      const largest = degrees(nodes, edgeIndex).reduce((max, degree) => Math.max(max, degree), 0);
      return { features: degreeBucket(largest) + 1, entries: nodes };
    }
    case 'constant':
      return { features: 1, entries: nodes };
    case 'positional':
      return { features: answer.size, entries: nodes * answer.size };
    default:
      return answer satisfies never;
  }
}

function ofFile({ features, nodeIds }: RawGraph): Size {
  if (!features) return { features: 0, entries: 0 };
  if (features.kind === 'identity') return { features: features.numCols, entries: nodeIds.length };
  return { features: features.matrix.numCols, entries: features.matrix.values.length };
}

function ofColumn(raw: RawGraph, name: string, use: ColumnUse): Size {
  const { values } = columnNamed(raw.nodeColumns, name, 'nodes');
  if (use === 'number') return { features: 1, entries: values.length };
  if (use === 'text') {
    const { size, entries } = roughBag(values);
    return { features: size, entries };
  }
  const distinct = new Set<string>();
  let entries = 0;
  for (const cell of values) {
    const text = textIn(cell);
    if (text === null) continue;
    entries += 1;
    distinct.add(text);
  }
  return { features: Math.min(MAX_CATEGORIES, distinct.size), entries };
}
