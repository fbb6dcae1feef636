import { useEffect, useState, type ReactNode } from 'react';
import type { GraphData } from '../../../../data/graph/graphData';
import type { LayerInfo } from '../../../../data/run/records';
import type { Explanation, Message } from '../../../../data/run/trace';
import { useActions } from '../../../state/actions';
import { useAppState } from '../../../state/hooks';
import { nodeTitle } from '../nodeFacts';
import { firstLook, type Place } from '../steps/playing';
import { stepsOf } from '../steps/steps';
import { formulaOf } from '../terms/terms';
import { FormulaPart } from './FormulaPart';
import { layerRange, modelRange } from './heatRange';
import { litBy } from './lighting';
import { keyOf } from './messageOrder';
import { MessagesPart } from './MessagesPart';
import { StepsPart } from './StepsPart';
import { roundsOf, type Subject } from './subject';
import { useOrdered } from './useOrdered';
import { usePlayedSteps } from './usePlayedSteps';
import { allNumbers, channelName, inWords } from './words';
import { WordsPart } from './WordsPart';

interface Props {
  readonly graph: GraphData;
  readonly subject: Subject;
  readonly layer: LayerInfo;
  readonly epoch: number;
  /** Comes after the steps: what the node is. */
  readonly children?: ReactNode;
}

const NO_MESSAGES: readonly Message[] = [];
const NOTHING: readonly Explanation[] = [];

/**
 * A trace in four forms: steps, formula, table of messages, words. Pointing at one lights the others and the graph, and
 * so does what is told of it.
 */
export function Explained({ graph, subject, layer, epoch, children }: Props) {
  const { light, setView } = useActions();
  const heat = useAppState((state) => state.view.heat);
  const ofAll = useAppState((state) => state.explained.ofAll ?? NOTHING);
  const specs = useAppState((state) => state.run.model.layers);
  const isTraining = useAppState((state) => state.training.phase === 'playing');
  const { trace } = subject;
  const { node, rule } = trace;
  const [pointed, setPointed] = useState<string | null>(null);
  const [pinned, setPinned] = useState<string | null>(null);
  /** Key of the message that is pointed at: the message itself is another one four times a second. */
  const [row, setRow] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Place | null>(null);

  const told = useAppState(({ narration }) =>
    narration?.told?.layer === layer.id && narration.told.node === node ? narration.told : null,
  );
  const rounds = roundsOf(trace);
  const last = Math.max(0, rounds.length - 1);
  const round = Math.min(told?.step ? told.round : (chosen?.round ?? last), last);
  const given = rounds[round] ?? NO_MESSAGES;
  const messages = useOrdered(given, `${node} ${layer.id} ${rule} ${round}`, isTraining || row !== null);
  const steps = stepsOf(subject, messages, round);
  const range =
    heat === 'unit' ? null : heat === 'module' ? layerRange(subject) : modelRange(subject, ofAll, specs);
  const formula = formulaOf(subject, messages, round);

  const active = formula.terms.find(({ id }) => id === (pointed ?? told?.term ?? pinned)) ?? null;
  const stepOf = (id: string | null | undefined): Place['step'] | undefined =>
    steps.find((step) => step.id === id)?.id;
  const ofTerm = active && active.shows.kind !== 'matrix' ? stepOf(active.shows.step) : undefined;
  const standing = stepOf(chosen?.step) ?? firstLook(steps);
  const shown = (pointed === null ? stepOf(told?.step) : undefined) ?? ofTerm ?? standing;
  const played = usePlayedSteps(steps, { step: standing, round }, rounds.length, setChosen);

  const inRow = messages.filter((message) => keyOf(message) === row);
  const areAllLit = active?.shows.kind === 'edges' || told?.isLit === true;
  const weighed = inRow.length > 0 ? inRow : areAllLit ? messages : null;
  const lit = weighed && litBy(weighed, messages, trace);
  const isLit = lit !== null;
  useEffect(() => {
    if (lit) light(lit);
  });
  useEffect(() => (isLit ? () => light(null) : undefined), [isLit, light]);

  const { classNames } = graph.labelling;
  const nameOfResult = (index: number): string =>
    (layer.kind === 'output' ? classNames[index] : undefined) ?? channelName(index);

  const word = rule === 'gated' ? 'round' : 'hop';
  return (
    <>
      <StepsPart
        steps={steps}
        shown={shown}
        onShow={played.show}
        range={range}
        heat={heat}
        onHeat={(next) => setView({ heat: next })}
        isPlaying={played.isPlaying}
        onPlay={played.toggle}
        rounds={rounds.length > 1 ? { word, round, count: rounds.length } : null}
        onRound={(next) => setChosen({ step: standing, round: next })}
      />
      {children}
      <FormulaPart
        subject={subject}
        layer={layer}
        formula={formula}
        active={active}
        pinned={pinned}
        onPoint={setPointed}
        onPin={setPinned}
      />
      {rule !== 'plain' && (
        <MessagesPart
          graph={graph}
          node={node}
          messages={messages}
          weightName={rule === 'attention' ? 'attention' : rule === 'max' ? 'wins' : 'weight'}
          when={rounds.length > 1 ? `, ${word} ${round + 1}` : ''}
          onPoint={(message) => setRow(message && keyOf(message))}
        />
      )}
      <WordsPart
        write={() => ({
          sentences: inWords(subject, nodeTitle(graph, node), layer.label, epoch, nameOfResult),
          numbers: allNumbers(subject),
        })}
      />
    </>
  );
}
