import { useCallback, useState, type KeyboardEvent, type Ref } from 'react';
import type { GraphData } from '../../../data/graph/graphData';
import { useActions } from '../../state/actions';
import { soon, useInTurns } from '../../state/inTurns';
import { countOf } from '../../widgets/numbers';
import { ClassDot } from '../ClassDot';
import { nodeTitle } from '../inspector/nodeFacts';
import { findNodes, type Found } from './findNodes';
import styles from './NodeField.module.css';

interface Props {
  readonly graph: GraphData;
  readonly label: string;
  readonly placeholder: string;
  /** Whether a class may be meant, with all of its nodes. */
  readonly withClasses?: boolean;
  readonly input?: Ref<HTMLInputElement>;
  readonly onPick: (nodes: readonly number[]) => void;
}

const nodesOf = (found: Found): readonly number[] => (found.kind === 'node' ? [found.node] : found.nodes);

/** A node, or a class, by name or number: arrows choose among what fits, Enter takes it. */
export function NodeField({ graph, label, placeholder, withClasses = false, input, onPick }: Props) {
  const { hover } = useActions();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { result, isDone } = useInTurns(
    useCallback(() => findNodes(graph, text, withClasses), [graph, text, withClasses]),
  );
  const results = result ?? [];
  const { classNames, y } = graph.labelling;

  const titleOf = (found: Found): string =>
    found.kind === 'node' ? nodeTitle(graph, found.node) : (classNames[found.index] ?? '');

  const point = (index: number): void => {
    setAt(index);
    const found = results[index];
    hover(found?.kind === 'node' ? found.node : null);
  };
  const take = (found: Found | undefined): void => {
    if (!found) return;
    hover(null);
    setText('');
    setAt(0);
    onPick(nodesOf(found));
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && results.length > 0) point((at + step + results.length) % results.length);
    else if (event.key === 'Enter' && isDone) take(results[at]);
    // It came before anything was found.
    else if (event.key === 'Enter')
      void soon(findNodes(graph, text, withClasses)).then(([first]) => take(first));
    else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.search}>
      <input
        ref={input}
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
        onBlur={() => hover(null)}
      />
      <ul className={styles.results} aria-label="Found">
        {results.map((found, index) => (
          <li key={found.kind === 'node' ? found.node : `class ${found.index}`}>
            <button
              type="button"
              data-at={index === at || undefined}
              className={styles.result}
              onPointerEnter={() => point(index)}
              onFocus={() => point(index)}
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(found)}
            >
              <ClassDot
                index={found.kind === 'node' ? (y[found.node] ?? -1) : found.index}
                numClasses={classNames.length}
              />
              <span className={styles.name}>{titleOf(found)}</span>
              <span className={styles.kind}>
                {found.kind === 'node'
                  ? (classNames[y[found.node] ?? -1] ?? 'no class')
                  : `class, ${countOf(found.nodes.length, 'node')}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <output className={results.length > 0 ? styles.told : styles.none}>
        {text.trim() === '' || !isDone
          ? ''
          : results[at]
            ? `${results.length} found. Enter takes ${titleOf(results[at])}.`
            : 'Nothing of that name.'}
      </output>
    </div>
  );
}
