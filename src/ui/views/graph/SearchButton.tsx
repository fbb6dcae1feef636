import { useRef } from 'react';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { IconPopover } from '../../widgets/IconPopover';
import styles from './GraphTools.module.css';
import { withNeighbours } from './found';
import { NodeField } from './NodeField';
import { SEARCH_ID } from './toolIds';

/** Finds nodes by name or number, and classes; `/` opens it. */
export function SearchButton() {
  const { select, gazeAt } = useActions();
  const graph = useAppState((state) => state.graph?.data ?? null);
  const field = useRef<HTMLInputElement>(null);
  return (
    <IconPopover
      icon="search"
      size={14}
      id={SEARCH_ID}
      label="Search"
      hint="Search by name, number or class (/)"
      onOpen={() => field.current?.focus()}
    >
      <div className={styles.search}>
        {graph && (
          <NodeField
            graph={graph}
            label="Search nodes"
            placeholder="name, number or class"
            withClasses
            input={field}
            onPick={(nodes) => {
              field.current?.blur();
              document.getElementById(SEARCH_ID)?.hidePopover();
              select(nodes);
              gazeAt(withNeighbours(graph, nodes));
            }}
          />
        )}
      </div>
    </IconPopover>
  );
}
