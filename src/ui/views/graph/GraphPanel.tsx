import type { ReactNode } from 'react';
import { GraphCanvas } from '../../canvas/GraphCanvas';
import { Legend } from '../../canvas/Legend';
import { useActions } from '../../state/actions';
import { OF_LABELS } from '../../state/fittingColour';
import { useAppState } from '../../state/hooks';
import { colourShown, isColourOf } from '../../state/taskView';
import type { ColourMode } from '../../state/viewSpec';
import { Guarded } from '../../widgets/Guarded';
import { Select } from '../../widgets/Select';
import { CanvasPanel } from '../CanvasPanel';
import { COLOURS } from './colours';
import { dataStatus } from './dataStatus';
import { EdgeBar, isEdgeSelected } from './EdgeBar';
import { FilterButton } from './FilterButton';
import styles from './GraphTools.module.css';
import { SearchButton } from './SearchButton';
import { ToolChoice } from './ToolChoice';

/** @param before stands at the outer end of its head */
export function GraphPanel({ before }: { readonly before: ReactNode }) {
  const { setView } = useActions();
  const colourBy = useAppState(colourShown);
  const run = useAppState((state) => state.run);
  const takesWalks = useAppState((state) => state.run.model.method?.kind === 'node2vec');
  const hasLabels = useAppState((state) => state.graph?.data.labelling.classNames.length !== 0);
  const status = useAppState(dataStatus);
  const isProjecting = useAppState((state) => state.view.projector);
  const hasEdge = useAppState(isEdgeSelected);
  const isOffered = (mode: ColourMode): boolean =>
    mode === colourBy ||
    ((mode !== 'walks' || takesWalks) && (hasLabels || !OF_LABELS.includes(mode)) && isColourOf(mode, run));
  return (
    <CanvasPanel
      title="Graph"
      before={before}
      controls={
        <>
          {!isProjecting && <ToolChoice />}
          <Guarded control="colours" look="line">
            <Select
              label="colour"
              value={colourBy}
              options={COLOURS.filter(({ value }) => isOffered(value))}
              hint={COLOURS.find(({ value }) => value === colourBy)?.hint ?? ''}
              onChange={(mode) => setView({ colourBy: mode })}
            />
          </Guarded>
          {/* At the edge, so that their sheets open close by and beside the picture. */}
          {!isProjecting && (
            <span className={styles.tools}>
              <SearchButton />
              <FilterButton />
            </span>
          )}
        </>
      }
      status={status}
      foot={hasEdge ? <EdgeBar /> : <Legend />}
    >
      <GraphCanvas />
    </CanvasPanel>
  );
}
