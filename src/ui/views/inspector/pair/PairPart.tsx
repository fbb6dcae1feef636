import { useEffect } from 'react';
import type { GraphData } from '../../../../data/graph/graphData';
import type { PairAnswer } from '../../../../data/run/pairs';
import { useActions } from '../../../state/actions';
import { useAppState } from '../../../state/hooks';
import { Button } from '../../../widgets/Button';
import { largestOf } from '../../../widgets/heatColour';
import { countOf, writeCount, writeShare } from '../../../widgets/numbers';
import { Named } from '../../../widgets/term/Named';
import { writeSigned } from '../../../widgets/writeSigned';
import { Facts } from '../../Facts';
import { HeatStrip } from '../computation/HeatStrip';
import strips from '../computation/Strips.module.css';
import inspector from '../Inspector.module.css';
import { InspectorHead } from '../InspectorHead';
import { nodeName, nodeTitle } from '../nodeFacts';
import styles from './PairPart.module.css';
import { litBetween, pairKind, productSum, writeRank } from './pairTexts';

interface Props {
  readonly graph: GraphData;
  readonly pair: readonly [number, number];
}

/** Two nodes: how the run comes by the score of their pair, and what rules that learn nothing say of it. */
export function PairPart({ graph, pair: [a, b] }: Props) {
  const { answer, message } = useAppState((state) => state.pair);
  const isOfThese =
    answer !== null &&
    Math.min(a, b) === Math.min(answer.a, answer.b) &&
    Math.max(a, b) === Math.max(answer.a, answer.b);
  return (
    <>
      <section className={inspector.part} aria-label="Pair">
        <InspectorHead title={`${nodeTitle(graph, a)} – ${nodeName(graph, b)}`} />
        {isOfThese ? (
          <PairFacts answer={answer} />
        ) : (
          <p role={message ? 'alert' : 'status'}>{message ?? 'The score of this pair is being computed.'}</p>
        )}
      </section>
      {isOfThese && <Score graph={graph} answer={answer} />}
      {isOfThese && <Common graph={graph} answer={answer} />}
      {isOfThese && <Rules answer={answer} />}
      <Ends graph={graph} pair={[a, b]} />
    </>
  );
}

function PairFacts({ answer }: { readonly answer: PairAnswer }) {
  return (
    <>
      <p className={inspector.aside}>{pairKind(answer)}</p>
      <Facts
        facts={[
          { name: 'score', value: writeSigned(answer.score), hint: 'The sum of the strips below.' },
          { name: 'probability', value: writeShare(answer.probability), hint: '1 / (1 + e^−score)' },
          {
            name: 'rank',
            value: `${writeRank(answer.rank)} of ${writeCount(answer.of)}`,
            hint: 'Among the pairs without an edge that are held out, and itself; 1 is the best.',
          },
        ]}
      />
    </>
  );
}

/** Both rows, their product element by element, and what that adds up to. */
function Score({ graph, answer }: { readonly graph: GraphData; readonly answer: PairAnswer }) {
  const { a, b, left, right, product, offset, score } = answer;
  const rows = [
    { label: nodeName(graph, a), values: left },
    { label: nodeName(graph, b), values: right },
    { label: 'product', values: product },
  ];
  const ends = largestOf([left, right]);
  return (
    <section className={inspector.part} aria-label="Score">
      <h3>
        <Named label="Score" />
      </h3>
      <ul className={strips.strips} aria-label="Vectors and their product">
        {rows.map(({ label, values }, place) => (
          <li key={place} className={strips.strip} data-result={place === 2 || undefined}>
            <span className={strips.label} title={label}>
              {label}
            </span>
            <span className={strips.values}>
              <HeatStrip values={values} scale={place < 2 ? ends : largestOf([values])} label={label} />
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.sum} data-sum={productSum(answer)} data-score={score}>
        sum <b>{writeSigned(productSum(answer))}</b>
        {offset !== 0 && (
          <>
            {' '}
            and offset <b>{writeSigned(offset)}</b>
          </>
        )}{' '}
        make the score <b>{writeSigned(score)}</b>
      </p>
    </section>
  );
}

/** The nodes that both are linked to, lit in the picture of the graph while they are told about. */
function Common({ graph, answer }: { readonly graph: GraphData; readonly answer: PairAnswer }) {
  const { light, select } = useActions();
  const { a, b, commonNeighbours: common } = answer;
  const key = common.join();
  useEffect(() => {
    light(litBetween(a, b, key === '' ? [] : key.split(',').map(Number)));
    return () => light(null);
  }, [light, a, b, key]);
  return (
    <section className={inspector.part} aria-label="Common neighbours">
      <h3>Common neighbours</h3>
      <p>
        {common.length === 0
          ? 'No node is linked to both.'
          : `${countOf(common.length, 'node')} linked to both: `}
        {common.slice(0, MOST_NAMED).map((node) => (
          <span key={node}>
            <Button look="link" onClick={() => select([node])}>
              {nodeName(graph, node)}
            </Button>{' '}
          </span>
        ))}
        {common.length > MOST_NAMED && `and ${common.length - MOST_NAMED} more`}
      </p>
    </section>
  );
}

const MOST_NAMED = 12;

/** What every rule says of this pair, each on a scale of its own. */
function Rules({ answer: { baselines } }: { readonly answer: PairAnswer }) {
  return (
    <section className={inspector.part} aria-label="Baselines of this pair">
      <h3>
        <Named label="Baselines" />
      </h3>
      <table className={styles.rules}>
        <tbody>
          {baselines.map(({ id, name, score }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{Number.isFinite(score) ? writeSigned(score) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The way to how each end came by its row. */
function Ends({ graph, pair }: Props) {
  const { select } = useActions();
  return (
    <section className={inspector.part} aria-label="Ends">
      <h3>How each vector is computed</h3>
      <p className={styles.ends}>
        {pair.map((node) => (
          <Button key={node} look="link" onClick={() => select([node])}>
            {nodeTitle(graph, node)}
          </Button>
        ))}
      </p>
    </section>
  );
}
