import { useState } from 'react';
import type { GraphData } from '../../../../data/graph/graphData';
import type { Message } from '../../../../data/run/trace';
import { useActions } from '../../../state/actions';
import { useAppState } from '../../../state/hooks';
import { Button } from '../../../widgets/Button';
import { countOf, writeCount } from '../../../widgets/numbers';
import inspector from '../Inspector.module.css';
import { keyOf } from './messageOrder';
import { MessageRow } from './MessageRow';
import styles from './MessagesPart.module.css';

interface Props {
  readonly graph: GraphData;
  readonly node: number;
  /** In the order to be shown. */
  readonly messages: readonly Message[];
  /** What the weight is called: weight, attention, wins. */
  readonly weightName: string;
  /** ` in hop 2`; empty where there is one round only. */
  readonly when: string;
  readonly onPoint: (message: Message | null) => void;
}

const MOST_ROWS = 50;

/** Who sends what, with which weight, and how much of the result that is. Pointing lights the edge, pressing walks. */
export function MessagesPart({ graph, node, messages, weightName, when, onPoint }: Props) {
  const { hover, select } = useActions();
  const hovered = useAppState((state) => state.hovered);
  const predictions = useAppState((state) => state.training.predictions);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? messages : messages.slice(0, MOST_ROWS);
  const heard = messages.filter(({ edge }) => edge >= 0).length;
  const point = (message: Message | null): void => {
    hover(message?.from ?? null);
    onPoint(message);
  };
  return (
    <section className={inspector.part} aria-label="Messages">
      <h3>
        Receives from {countOf(heard, 'neighbour')}
        {heard < messages.length && ' and itself'}
        {when}
      </h3>
      {messages.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">from</th>
              <th scope="col">{weightName}</th>
              <th scope="col" title="Length of the message vector, before it is weighted">
                size
              </th>
              <th scope="col" title="Its share of all that enters the result">
                share
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((message) => (
              <MessageRow
                key={keyOf(message)}
                graph={graph}
                message={message}
                weight={weightName}
                isItself={message.from === node}
                isHovered={message.from === hovered}
                shownClass={predictions?.[message.from] ?? graph.labelling.y[message.from] ?? -1}
                onPoint={point}
                onWalk={() => {
                  point(null);
                  select([message.from]);
                }}
              />
            ))}
          </tbody>
        </table>
      )}
      {messages.length > shown.length && (
        <Button look="link" onClick={() => setWhole(true)}>
          Show all {writeCount(messages.length)}
        </Button>
      )}
    </section>
  );
}
