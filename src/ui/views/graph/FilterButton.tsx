import { useRef } from 'react';
import { useActions } from '../../state/actions';
import { isFiltering, matchingNodes } from '../../state/filter';
import { useAppState, useAppStore } from '../../state/hooks';
import { IconPopover } from '../../widgets/IconPopover';
import { FilterForm } from './FilterForm';
import { FILTER_ID } from './toolIds';
import { useMatching } from './useMatching';

/** Which nodes are looked at; the others step back. Says on itself that a filter holds. */
export function FilterButton() {
  const { setView, select } = useActions();
  const store = useAppStore();
  const graph = useAppState((state) => state.graph?.data ?? null);
  const filter = useAppState((state) => state.view.filter);
  const isOn = isFiltering(filter);
  const { passed, there } = useMatching(graph, filter);
  const form = useRef<HTMLDivElement>(null);
  return (
    <IconPopover
      icon="filter"
      size={14}
      id={FILTER_ID}
      label="Filter"
      name={isOn ? `Filter, ${passed} of ${there} nodes match` : 'Filter'}
      hint={isOn ? `Filter: ${passed} of ${there} nodes match` : 'Filter nodes'}
      isOn={isOn}
      onOpen={() => form.current?.querySelector<HTMLInputElement>('[type=text], [type=number]')?.focus()}
    >
      {graph && (
        <FilterForm
          ref={form}
          graph={graph}
          filter={filter}
          onChange={(change) => setView({ filter: { ...filter, ...change } })}
          onSelect={() => {
            // The newest: the press on the button has finished what was being typed.
            const { training, view } = store.getState();
            select(matchingNodes(graph, training.predictions, view.filter));
          }}
        />
      )}
    </IconPopover>
  );
}
