import type { GraphData } from '../../../../data/graph/graphData';
import type { Message } from '../../../../data/run/trace';
import { writeShare } from '../../../widgets/numbers';
import { writeSigned } from '../../../widgets/writeSigned';
import { ClassDot } from '../../ClassDot';
import { nodeName } from '../nodeFacts';
import styles from './MessagesPart.module.css';
import { lengthOf } from './rows';

interface Props {
  readonly graph: GraphData;
  readonly message: Message;
  /** What its weight is called: 'wins' are counted. */
  readonly weight: string;
  readonly isItself: boolean;
  readonly isHovered: boolean;
  /** Class that its dot has the colour of. */
  readonly shownClass: number;
  readonly onPoint: (message: Message | null) => void;
  readonly onWalk: () => void;
}

export function MessageRow(props: Props) {
  const { graph, message, weight, isItself, isHovered, shownClass, onPoint, onWalk } = props;
  const { classNames } = graph.labelling;
  const className = classNames[shownClass] ?? 'no class';
  const name = nodeName(graph, message.from);
  return (
    <tr
      data-hovered={isHovered || undefined}
      onPointerEnter={() => onPoint(message)}
      onPointerLeave={() => onPoint(null)}
    >
      <th scope="row">
        {isItself ? (
          <span className={styles.from}>
            <ClassDot index={shownClass} numClasses={classNames.length} />
            <span className={styles.name}>{message.edge < 0 ? 'itself' : 'itself, by its self-loop'}</span>
          </span>
        ) : (
          <button
            type="button"
            className={styles.from}
            title={`${name}, ${className}`}
            onFocus={() => onPoint(message)}
            onBlur={() => onPoint(null)}
            onClick={onWalk}
          >
            <ClassDot index={shownClass} numClasses={classNames.length} />
            <span className={styles.name}>{name}</span>
          </button>
        )}
      </th>
      <td>
        {weight === 'wins' ? (
          writeSigned(Math.round(message.share * message.value.length))
        ) : (
          <Weight message={message} />
        )}
      </td>
      <td>{writeSigned(lengthOf(message.value))}</td>
      <td>
        <span className={styles.share} style={{ '--share': message.share }}>
          {writeShare(message.share)}
        </span>
      </td>
    </tr>
  );
}

/** A number, or of several heads a small bar each. */
function Weight({ message: { coefficients } }: { readonly message: Message }) {
  if (coefficients.length === 1) return writeSigned(coefficients[0]!);
  const numbers = Array.from(coefficients, writeSigned).join(', ');
  return (
    <>
      <span className={styles.heads} aria-hidden="true" title={`per head: ${numbers}`}>
        {Array.from(coefficients, (alpha, head) => (
          <span key={head} style={{ '--share': Math.min(1, Math.abs(alpha)) }} />
        ))}
      </span>
      <span className={styles.told}>{numbers}</span>
    </>
  );
}
