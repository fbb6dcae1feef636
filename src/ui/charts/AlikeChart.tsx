/** How alike each layer makes the nodes, over the epochs of the run: over-smoothing, where depth brings it. */
import { useMemo, type ReactNode } from 'react';
import { useActions } from '../state/actions';
import { useAppState } from '../state/hooks';
import { Term } from '../widgets/term/Term';
import { endOf, smoothingCurves } from './curves';
import { LineChart } from './LineChart';

const KINDS = {
  energy: {
    title: 'Dirichlet energy',
    axis: { kind: 'log' },
    sentence: 'near 0 a layer has made neighbours alike. Residuals raise accuracy, not the energy.',
  },
  cosine: {
    title: 'Mean cosine',
    axis: { kind: 'signed' },
    sentence: 'near 1 all vectors point the same way, and the next layer can hardly tell nodes apart.',
  },
} as const;

const MEASURED =
  'Degree-normalised Dirichlet energy over the squared norm, E(H) / |H|². Measured on Cora, GCN with 8 layers, after 200 epochs, in the last hidden layer: 0.0174 plain, 0.0175 with residuals, 0.1065 with layer norm; test accuracy 0.624, 0.739, 0.697.';
const MEAN_COSINE = 'Mean cosine over all pairs of nodes, rows of zeros left out.';

interface AlikeChartProps {
  readonly of: 'energy' | 'cosine';
  readonly chooser?: ReactNode;
  /** Draws the label of a layer. */
  readonly nameOf: (label: string) => ReactNode;
}

export function AlikeChart({ of, chooser, nameOf }: AlikeChartProps) {
  const { seek } = useActions();
  const records = useAppState((state) => state.training.smoothing);
  const layers = useAppState((state) => state.training.layers);
  const epoch = useAppState((state) => state.training.epoch);
  const planned = useAppState((state) => state.run.training.epochs);
  const epochs = useMemo(() => records.map((record) => record.epoch), [records]);
  const curves = useMemo(
    () => smoothingCurves(records, of, (id) => layers.find((layer) => layer.id === id)?.label ?? id),
    [records, of, layers],
  );
  const { title, axis, sentence } = KINDS[of];
  return (
    <LineChart
      key={of}
      onPick={seek}
      title={title}
      chooser={chooser}
      sentence={
        <span title={`Over-smoothing: ${sentence} ${of === 'energy' ? MEASURED : MEAN_COSINE}`}>
          <Term of="over-smoothing">Over-smoothing</Term>: {sentence}
        </span>
      }
      nameOf={nameOf}
      epochs={epochs}
      curves={curves}
      epoch={epoch}
      lastEpoch={endOf(epochs, planned)}
      axis={axis}
      strokes="depth"
    />
  );
}
