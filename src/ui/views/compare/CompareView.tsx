import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { applyEdits } from '../../../data/graph/applyEdits';
import { editsAt } from '../../../data/run/runSpec';
import { useTheme } from '../../palette/theme';
import { useActions } from '../../state/actions';
import type { ComparedSide, ComparisonState } from '../../state/comparison';
import { useAppState } from '../../state/hooks';
import { classesOf } from '../../state/trainingSlice';
import { predictsClasses } from '../../state/taskView';
import { IconButton } from '../../widgets/IconButton';
import { Segmented } from '../../widgets/Segmented';
import { Select } from '../../widgets/Select';
import { METHODS } from '../embedding/methods';
import type { ControlId } from '../../state/controls';
import { runTitle } from '../runs/runText';
import { asSentence } from '../../texts/asSentence';
import styles from './CompareView.module.css';
import { CompareFacts } from './CompareFacts';
import { CompareLegend } from './CompareLegend';
import { COMPARE_COLOURS, nodeColours, outlinesOf, type CompareColour } from './nodeColours';
import { frameOf, WHOLE } from './picture';
import { PointPicture } from './PointPicture';
import { headlineText } from '../../texts/scores';

const COLOURS = COMPARE_COLOURS.map((value) => ({ value, label: value }));
const COLOURS_WITHOUT = COLOURS.filter(({ value }) => value === 'class' || value === 'moved');

const titleOf = ({ name, run }: ComparedSide, hidden: readonly ControlId[]): string =>
  name ?? runTitle(run, hidden);

/** Two runs side by side over the page: one frame, one selection. Escape leaves. */
export default function CompareView() {
  const comparison = useAppState((state) => state.comparison);
  return comparison && <Opened comparison={comparison} />;
}

function Opened({ comparison }: { readonly comparison: ComparisonState }) {
  const { lookAt, closeComparison } = useActions();
  const sheet = useRef<HTMLDialogElement>(null);
  const [chosen, setBy] = useState<CompareColour>('prediction');
  // Classes may be predicted in neither.
  const options = comparison.sides.some(({ run }) => predictsClasses(run)) ? COLOURS : COLOURS_WITHOUT;
  const by = options.some(({ value }) => value === chosen) ? chosen : 'class';
  const untold = useAppState((state) => state.view.hidden);
  const { sides, layers, layer, method, kind, message } = comparison;

  useEffect(() => {
    const element = sheet.current;
    element?.showModal();
    // Not the first control: the keys are the dialog's own.
    element?.focus();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={sheet}
      className={styles.sheet}
      aria-label="Two runs side by side"
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        closeComparison();
      }}
      onClose={() => {
        // A browser may close it without asking first.
        if (!sheet.current?.open) closeComparison();
      }}
    >
      <header className={styles.head}>
        <h2>Two runs</h2>
        <div className={styles.choices}>
          {layers.length > 0 && (
            <Select
              label="layer"
              value={layer}
              options={layers.map(({ id, label }) => ({ value: id, label }))}
              onChange={(next) => lookAt({ layer: next })}
            />
          )}
          <Select
            label="method"
            value={method}
            options={METHODS}
            onChange={(next) => lookAt({ method: next })}
          />
          <Segmented label="Colour by" value={by} segments={options} onChange={setBy} />
        </div>
        <output className={styles.status}>{kind === 'working' ? 'computing' : ''}</output>
        <IconButton icon="close" label="Back to the page" hint="Esc" onClick={() => closeComparison()} />
      </header>
      <Pictures comparison={comparison} by={by} />
      <section className={styles.facts} aria-label="Differences">
        <CompareFacts comparison={comparison} />
      </section>
      {kind === 'failed' && (
        <p className={styles.message} role="alert">
          {message !== null && asSentence(message)}
        </p>
      )}
      <span
        className={styles.spoken}
      >{`${titleOf(sides[0], untold)} beside ${titleOf(sides[1], untold)}`}</span>
    </dialog>
  );
}

function Pictures({ comparison, by }: { readonly comparison: ComparisonState; readonly by: CompareColour }) {
  const { base, sides, compared, kind } = comparison;
  const theme = useTheme();
  const [camera, setCamera] = useState(WHOLE);
  const onCamera = useCallback((change: (now: typeof WHOLE) => typeof WHOLE) => setCamera(change), []);
  const [side] = sides;
  const graph = useMemo(() => applyEdits(base, editsAt(side.run, side.epoch)), [base, side]);
  const untold = useAppState((state) => state.view.hidden);
  const hidden = useMemo(() => new Set(graph.tombstones), [graph]);
  const frame = useMemo(
    () => compared && frameOf(compared.first.positions, compared.second.positions),
    [compared],
  );
  const painted = useMemo(() => {
    if (!compared) return null;
    return [compared.first, compared.second].map(({ frame: shown }) => {
      const predictions = classesOf(shown);
      const colours = nodeColours(by, graph.labelling, predictions, compared.moved, theme);
      return { colours, outlines: outlinesOf(colours, theme) };
    });
  }, [graph, compared, by, theme]);

  return (
    <div className={styles.pictures} data-old={kind !== 'ready' || undefined}>
      {sides.map((each, index) => (
        <section key={index} className={styles.side} aria-label={index === 0 ? 'First run' : 'Second run'}>
          <h3>
            <span className={styles.letter}>{index === 0 ? 'A' : 'B'}</span>
            <span className={styles.title}>{titleOf(each, untold)}</span>
            <b className={styles.score}>{headlineText(each.run, each.records[each.epoch])}</b>
            <small>epoch {each.epoch}</small>
          </h3>
          {frame && compared && painted ? (
            <PointPicture
              label={`${titleOf(each, untold)}: its ${compared.layer}, ${compared.moved.length} nodes`}
              positions={(index === 0 ? compared.first : compared.second).positions}
              {...painted[index]!}
              hidden={hidden}
              frame={frame}
              camera={camera}
              onCamera={onCamera}
            />
          ) : (
            <p className={styles.waiting}>
              {kind === 'failed' ? '' : 'Replayed from its keyframe, then drawn.'}
            </p>
          )}
        </section>
      ))}
      {compared && <CompareLegend by={by} classNames={graph.labelling.classNames} />}
    </div>
  );
}
