/** What is lit around the one selected node and what moves along the edges, in words, with the switches for both. */
import type { GraphData } from '../../data/graph/graphData';
import { useActions } from '../state/actions';
import { useAppState } from '../state/hooks';
import { FLOWS, type Flow } from '../state/viewSpec';
import { Checkbox } from '../widgets/Checkbox';
import { Select } from '../widgets/Select';
import { Term } from '../widgets/term/Term';
import styles from './FocusLegend.module.css';
import { hopsUpTo } from './field';
import { allFlowFits } from './flow/messages';
import { headsOf } from './flow/heads';

const FLOW_LABELS: Readonly<Record<Flow, string>> = {
  off: 'not shown',
  node: 'to the selected node',
  all: 'to all nodes',
};

export function FocusLegend({ data }: { readonly data: GraphData }) {
  const { setView } = useActions();
  const selection = useAppState((state) => state.view.selection);
  const field = useAppState((state) => state.view.field);
  const flow = useAppState((state) => state.view.flow);
  const head = useAppState((state) => state.view.head);
  const layers = useAppState((state) => state.training.layers);
  const layer = useAppState((state) => state.view.layer);
  const model = useAppState((state) => state.run.model.layers);
  const hops = hopsUpTo(model, layers, layer);
  // A method without layers sends no messages.
  if (hops === null) return null;

  const label = layers.find(({ id }) => id === layer)?.label ?? layer;
  const heads = headsOf(model, layers, layer);
  const isOne = selection.length === 1;
  const flows = FLOWS.filter((each) => each !== 'all' || allFlowFits(data));
  return (
    <div className={styles.focus}>
      {isOne && (
        <Checkbox
          label="receptive field"
          checked={field}
          hint="Highlights all nodes that the selected node’s vector in this layer depends on, fainter with every hop."
          onChange={(next) => setView({ field: next })}
        />
      )}
      {isOne && field && (
        <span className={styles.words}>
          <Term of="receptive field">{fieldWords(label, hops)}</Term>
        </span>
      )}
      <Select
        label="messages"
        value={flows.includes(flow) ? flow : 'node'}
        options={flows.map((value) => ({ value, label: FLOW_LABELS[value] }))}
        hint={
          allFlowFits(data)
            ? 'Lines run along the edges towards the receiver; wide and fast: a large coefficient.'
            : 'This graph has too many edges to show all messages at once.'
        }
        onChange={(next) => setView({ flow: next })}
      />
      {heads > 1 && flow !== 'off' && (
        <Select
          label="head"
          value={head === 'all' ? 'all' : String(Math.min(head, heads - 1))}
          options={[
            { value: 'all', label: 'mean of all' },
            ...Array.from({ length: heads }, (_, i) => ({ value: String(i), label: String(i + 1) })),
          ]}
          hint="Whose attention the width, speed and colour of the lines show."
          onChange={(next) => setView({ head: next === 'all' ? 'all' : Number(next) })}
        />
      )}
    </div>
  );
}

/** What is lit, for the chosen layer. */
function fieldWords(layer: string, hops: number): string {
  if (hops === 0) return `${layer}: the node’s own features only`;
  return `${layer}: reaches ${hops} ${hops === 1 ? 'hop' : 'hops'}`;
}
