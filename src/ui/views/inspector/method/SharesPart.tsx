import type { GraphData } from '../../../../data/graph/graphData';
import type { LabelPropagationSpec } from '../../../../data/run/methods/labelPropagation';
import { classProbabilities } from '../../../state/classProbabilities';
import { useAppState } from '../../../state/hooks';
import { writeCount } from '../../../widgets/numbers';
import inspector from '../Inspector.module.css';
import { neighboursOf } from '../neighbours';
import { ScoredNodes } from './ScoredNodes';
import styles from './Method.module.css';
import { percent } from './walkTexts';
import { heardFrom, heardText, sourceText } from './shareTexts';

interface Props {
  readonly graph: GraphData;
  readonly node: number;
  readonly method: LabelPropagationSpec;
}

const MOST_LISTED = 30;

/** Where the labels of a node come from: what its neighbours hold now. */
export function SharesPart({ graph, node, method }: Props) {
  const probabilities = useAppState((state) => classProbabilities(state.training.frame));
  const { classNames, split, given, y } = graph.labelling;
  const numClasses = classNames.length;
  const neighbours = Array.from(neighboursOf(graph.edgeIndex, node)).filter((other) => other !== node);
  const heard =
    probabilities?.length === graph.numNodes * numClasses
      ? heardFrom(probabilities, numClasses, neighbours)
      : [];
  const known = split.train.includes(node) ? (given && given[node]! >= 0 ? given[node]! : y[node]!) : -1;
  return (
    <section className={inspector.part} aria-label="Where its labels come from">
      <h3>Where its labels come from</h3>
      <p>{sourceText(method, classNames[known] ?? null, neighbours.length)}</p>
      {heard.length > 0 && <p>{heardText(heard, classNames)}</p>}
      <ScoredNodes
        graph={graph}
        label="What its neighbours hold"
        rows={heard.slice(0, MOST_LISTED).map(({ node: other, best, share }) => ({
          node: other,
          text: best < 0 ? 'nothing yet' : `${classNames[best]} ${percent(share)}`,
        }))}
        self={node}
      />
      {heard.length > MOST_LISTED && (
        <p className={styles.note}>and {writeCount(heard.length - MOST_LISTED)} more</p>
      )}
    </section>
  );
}
