import { GraphCanvas } from '../../canvas/GraphCanvas';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { COLOUR_MODES } from '../../state/viewSpec';
import { Select } from '../../widgets/Select';
import { CanvasPanel } from '../CanvasPanel';
import { dataStatus } from './dataStatus';
import { EdgeBar } from './EdgeBar';
import { FilterButton } from './FilterButton';
import styles from './GraphTools.module.css';
import { SearchButton } from './SearchButton';
import { ToolChoice } from './ToolChoice';

const COLOURS = COLOUR_MODES.map((mode) => ({ value: mode, label: mode }));

export function GraphPanel() {
  const { setView } = useActions();
  const colourBy = useAppState((state) => state.view.colourBy);
  const status = useAppState(dataStatus);
  return (
    <CanvasPanel
      title="Graph"
      chooser={
        <span className={styles.tools}>
          <SearchButton />
          <FilterButton />
        </span>
      }
      controls={
        <>
          <ToolChoice />
          <Select
            label="colour"
            value={colourBy}
            options={COLOURS}
            onChange={(mode) => setView({ colourBy: mode })}
          />
        </>
      }
      status={status}
    >
      <GraphCanvas />
      <EdgeBar />
    </CanvasPanel>
  );
}
