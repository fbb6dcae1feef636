import { useMemo } from 'react';
import { useActions } from '../../state/actions';
import { isFiltering, matchesOf, matchingNodes } from '../../state/filter';
import { useAppState } from '../../state/hooks';
import { Icon } from '../../widgets/Icon';
import { Popover } from '../../widgets/Popover';
import { FilterForm } from './FilterForm';
import styles from './GraphTools.module.css';
import { FILTER_ID } from './toolIds';

/** Which nodes are looked at; the others step back. Says on itself that a filter holds. */
export function FilterButton() {
  const { setView, select } = useActions();
  const graph = useAppState((state) => state.graph?.data ?? null);
  const filter = useAppState((state) => state.view.filter);
  const predictions = useAppState((state) => state.training.predictions);
  const isOn = isFiltering(filter);
  const there = graph ? graph.numNodes - (graph.tombstones?.length ?? 0) : 0;
  const passed = useMemo(() => {
    if (!graph || !isOn) return there;
    return matchesOf(graph, predictions, filter).reduce((sum, passes) => sum + passes, 0);
  }, [graph, predictions, filter, isOn, there]);
  return (
    <Popover
      id={FILTER_ID}
      label="Filter"
      button={{
        className: isOn ? `${styles.button} ${styles.on}` : styles.button,
        title: isOn ? `Filter: ${passed} of ${there} nodes match` : 'Filter nodes',
        'aria-label': isOn ? `Filter, ${passed} of ${there} nodes match` : 'Filter',
        children: <Icon name="filter" size={14} />,
      }}
    >
      {graph && (
        <FilterForm
          graph={graph}
          filter={filter}
          passed={passed}
          there={there}
          onChange={(change) => setView({ filter: { ...filter, ...change } })}
          onSelect={() => select(matchingNodes(graph, predictions, filter))}
        />
      )}
    </Popover>
  );
}
