import { useActions } from '../../state/actions';
import { guardOf, isEditTool, toolOf } from '../../state/guards';
import { useAppState } from '../../state/hooks';
import { TOOLS, type Tool } from '../../state/viewSpec';
import { Icon } from '../../widgets/Icon';
import { Segmented } from '../../widgets/Segmented';

const LABELS: Readonly<Record<Tool, string>> = {
  move: 'Move the picture',
  box: 'Select by a box',
  lasso: 'Select by a lasso',
  connect: 'Connect nodes: drag from one to another; click an edge to select it',
  add: 'Add nodes: click on the ground, or drag out of a node',
};

const SEGMENTS = TOOLS.map((tool) => ({
  value: tool,
  label: LABELS[tool],
  face: <Icon name={tool} size={14} />,
}));

/** What a drag does, on both canvases. */
export function ToolChoice() {
  const { setView } = useActions();
  const tool = useAppState((state) => toolOf(state.view));
  const editing = useAppState((state) => guardOf(state.view, 'edit'));
  const segments = SEGMENTS.filter(({ value }) => editing !== 'hidden' || !isEditTool(value)).map(
    (segment) => (editing === 'locked' && isEditTool(segment.value) ? { ...segment, locked: true } : segment),
  );
  return (
    <Segmented
      label="Drag to"
      value={tool}
      segments={segments}
      onChange={(next) => setView({ tool: next })}
    />
  );
}
