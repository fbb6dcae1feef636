import { useMemo } from 'react';
import { useActions } from '../../state/actions';
import { isFiltering, matchesOf, matchingNodes } from '../../state/filter';
import { useAppState } from '../../state/hooks';
import { IconPopover } from '../../widgets/IconPopover';
import { FilterForm } from './FilterForm';
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
    <IconPopover
      icon="filter"
      size={14}
      id={FILTER_ID}
      label="Filter"
      name={isOn ? `Filter, ${passed} of ${there} nodes match` : 'Filter'}
      hint={isOn ? `Filter: ${passed} of ${there} nodes match` : 'Filter nodes'}
      isOn={isOn}
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
    </IconPopover>
  );
}
