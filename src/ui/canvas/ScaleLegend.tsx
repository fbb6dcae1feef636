/** What the colours of numbers stand for: a scale with its numbers, or the two-dimensional map of the embedding. */
import { useTheme } from '../palette/theme';
import { mapColours, scaleColours, STEPS, STEPS_2D } from '../palette/scales';
import { useActions } from '../state/actions';
import { isFree } from '../state/guards';
import { useAppState } from '../state/hooks';
import { writeCount } from '../widgets/numbers';
import { NumberField } from '../widgets/NumberField';
import { numbersOf, type NumberMode } from './numbers';
import styles from './ScaleLegend.module.css';

/** CSS pixels. */
const WIDTH = 192;
const HEIGHT = 9;

export function ScaleLegend({ mode }: { readonly mode: NumberMode }) {
  const theme = useTheme();
  const graph = useAppState((state) => state.graph);
  const view = useAppState((state) => state.view);
  const training = useAppState((state) => state.training);
  const unitValues = useAppState((state) => state.unitValues);
  const accounted = useAppState((state) => state.accounted);
  const { title, kind, least, most, ticks, values, missing } = numbersOf(mode, {
    graph,
    view,
    training,
    unitValues,
    accounted,
  });
  const colours = scaleColours(kind, theme);
  const place = (value: number): number => (value - least) / (most - least);
  const gone = new Set(graph?.data.tombstones);
  const unknown = values.reduce(
    (count, value, node) => count + (Number.isFinite(value) || gone.has(node) ? 0 : 1),
    0,
  );
  return (
    <li className={styles.scale}>
      {mode === 'unit' ? <UnitChoice title={title} /> : <span className={styles.title}>{title}</span>}
      {ticks.length > 0 && (
        <span className={styles.bar}>
          <svg width={WIDTH} height={HEIGHT} aria-hidden="true" shapeRendering="crispEdges">
            {colours.map((colour, i) => (
              <rect key={i} x={(i * WIDTH) / STEPS} width={WIDTH / STEPS} height={HEIGHT} fill={colour} />
            ))}
          </svg>
          <span className={styles.ticks}>
            {ticks.map(({ value, text }, i) => (
              <span
                key={i}
                style={{ left: `${100 * place(value)}%` }}
                data-end={place(value) < 0.01 ? 'least' : place(value) > 0.99 ? 'most' : undefined}
              >
                {text}
              </span>
            ))}
          </span>
        </span>
      )}
      {ticks.length > 0 && unknown > 0 && (
        <span className={styles.note}>
          {writeCount(unknown)} {missing ?? 'not known'}
        </span>
      )}
    </li>
  );
}

/** Which unit it is: of the layer chosen for the embedding. */
function UnitChoice({ title }: { readonly title: string }) {
  const { setView } = useActions();
  const unit = useAppState((state) => state.view.unit);
  const layer = useAppState((state) => state.training.layers.find(({ id }) => id === state.view.layer));
  const names = useAppState((state) => state.graph?.data.featureNames);
  const isFixed = useAppState((state) => !isFree(state.view, 'colours'));
  if (!layer || isFixed) return <span className={styles.title}>{title}</span>;
  const shown = Math.min(unit, layer.numCols - 1) + 1;
  const name = layer.kind === 'input' ? names?.[shown - 1] : undefined;
  return (
    <span className={styles.title}>
      {layer.label}
      <NumberField
        key={`${layer.id}.${shown}`}
        label={layer.kind === 'input' ? 'feature' : 'unit'}
        labelled="beside"
        value={shown}
        min={1}
        max={layer.numCols}
        hint={`1 to ${layer.numCols}`}
        onChange={(next) => setView({ unit: next - 1 })}
      />
      <span className={styles.note}>
        of {layer.numCols}
        {name && `: ${name}`}
      </span>
    </span>
  );
}

const CELL = 2.5;

export function MapLegend() {
  const theme = useTheme();
  const side = STEPS_2D * CELL;
  return (
    <li className={styles.scale}>
      <svg
        className={styles.map}
        width={2 * side}
        height={side}
        viewBox={`0 0 ${side} ${side}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        shapeRendering="crispEdges"
      >
        {mapColours(theme).map((colour, i) => (
          <rect
            key={i}
            x={(i % STEPS_2D) * CELL}
            y={side - CELL * (1 + Math.floor(i / STEPS_2D))}
            width={CELL}
            height={CELL}
            fill={colour}
          />
        ))}
      </svg>
      <span className={styles.title}>position in the embedding: similar colours are close there</span>
    </li>
  );
}
