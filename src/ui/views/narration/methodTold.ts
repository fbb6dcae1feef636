/** A model without layers has no formula to walk through: how it comes by a node is told in its stead. */
import type { GraphData } from '../../../data/graph/graphData';
import type { MethodSpec } from '../../../data/run/methods/methods';
import type { AppState } from '../../state/appState';
import { classProbabilities } from '../../state/classProbabilities';
import { countOf } from '../../widgets/numbers';
import { writeSigned } from '../../widgets/writeSigned';
import { heardFrom, heardText, sourceText } from '../inspector/method/shareTexts';
import { biasText, reachText } from '../inspector/method/walkTexts';
import { neighboursOf } from '../inspector/neighbours';
import { nodeTitle } from '../inspector/nodeFacts';

type Source = Pick<AppState, 'accounted' | 'training'>;

function labelTexts(
  graph: GraphData,
  node: number,
  method: MethodSpec,
  { training }: Source,
): readonly string[] {
  if (method.kind !== 'labelPropagation') return [];
  const { classNames, split, given, y } = graph.labelling;
  const others = Array.from(neighboursOf(graph.edgeIndex, node)).filter((other) => other !== node);
  const known = split.train.includes(node) ? (given && given[node]! >= 0 ? given[node]! : y[node]!) : -1;
  const probabilities = classProbabilities(training.frame);
  const heard =
    probabilities?.length === graph.numNodes * classNames.length
      ? [heardText(heardFrom(probabilities, classNames.length, others), classNames)]
      : [];
  return [sourceText(method, classNames[known] ?? null, others.length), ...(others.length > 0 ? heard : [])];
}

/** Empty while there is no account of the node yet. */
export function methodTexts(
  graph: GraphData,
  node: number,
  method: MethodSpec,
  source: Source,
): readonly string[] {
  const { account } = source.accounted;
  const who = nodeTitle(graph, node);
  if (method.kind === 'labelPropagation') return labelTexts(graph, node, method, source);
  if (account?.node !== node) return [];
  if (method.kind === 'node2vec' && account.kind === 'walks') {
    if (account.numSteps === 0) return [`No edge leads away from ${who}, so every walk stays there.`];
    return [
      `There are no messages here: ${who} is learned from ${countOf(account.numWalks, 'random walk')} that start at it.`,
      biasText(method),
      reachText(account),
    ];
  }
  if (account.kind === 'products') {
    const [nearest] = account.nodes;
    const product = account.products[0];
    return [
      `There are no messages here: vectors are fitted so that their products approximate the edges.`,
      ...(nearest === undefined || product === undefined
        ? []
        : [
            `The vector of ${who} has its largest product, ${writeSigned(product)}, with ${nodeTitle(graph, nearest)}.`,
          ]),
    ];
  }
  return [];
}
