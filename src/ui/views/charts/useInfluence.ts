import { useEffect, useMemo, useRef, useState } from 'react';
import { messageOf } from '../../../data/base/errors';
import type { Influence, LayerInfo } from '../../../data/run/records';
import { influenceRow, MOST_HOPS, sampleOf, type InfluenceRow } from '../../charts/influenceRow';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import type { Phase } from '../../state/appState';

const SAMPLE = 20;
/** Nodes times features up to which it is measured without being asked for: no more than an instant. */
const SMALL = 100_000;
const AT_REST: readonly Phase[] = ['ready', 'paused', 'done'];

interface Question {
  /** Stands for the model as it was opened. */
  readonly layers: readonly LayerInfo[];
  readonly epoch: number;
  readonly nodes: readonly number[];
}

interface Answer {
  readonly question: Question;
  readonly each: ReadonlyMap<number, Influence>;
  readonly message: string | null;
}

export interface InfluenceView {
  /** Of the one selected node; null while it is not measured. */
  readonly own: InfluenceRow | null;
  readonly sample: InfluenceRow | null;
  readonly sampleSize: number;
  readonly node: number | null;
  /** Epoch that was measured; null where nothing was. */
  readonly epoch: number | null;
  /** 0 to 1 while it is being measured, else null. */
  readonly progress: number | null;
  readonly message: string | null;
  readonly canStart: boolean;
  readonly start: () => void;
}

/** Measures the influence of the selected node and of a sample, node by node, for the epoch that is shown. */
export function useInfluence(): InfluenceView {
  const { influence } = useActions();
  const data = useAppState((state) => state.graph?.data ?? null);
  const layers = useAppState((state) => state.training.layers);
  const epoch = useAppState((state) => state.training.epoch);
  const isAtRest = useAppState(
    ({ training, travelling }) =>
      !travelling && training.layers.length > 0 && AT_REST.includes(training.phase),
  );
  const isMethod = useAppState((state) => state.run.model.method !== null);
  const node = useAppState(({ view }) => (view.selection.length === 1 ? view.selection[0]! : null));
  const [asked, setAsked] = useState<Question | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const newest = useRef<Answer | null>(null);

  const sample = useMemo(
    () => (data ? sampleOf(data.numNodes, new Set(data.tombstones), SAMPLE) : []),
    [data],
  );
  const question = useMemo<Question>(
    () => ({ layers, epoch, nodes: [...new Set([...(node === null ? [] : [node]), ...sample])] }),
    [layers, epoch, node, sample],
  );
  const isSmall = (layers[0]?.numRows ?? Infinity) * (layers[0]?.numCols ?? Infinity) <= SMALL;
  const isWanted = isAtRest && !isMethod && (isSmall || asked === question);

  useEffect(() => {
    if (!isWanted) return undefined;
    let isOver = false;
    const tell = (each: ReadonlyMap<number, Influence>, message: string | null) => {
      newest.current = { question, each, message };
      setAnswer(newest.current);
    };
    const measure = async () => {
      const before = newest.current;
      const isSame = before?.question.layers === question.layers && before.question.epoch === question.epoch;
      const each = new Map(isSame ? before.each : []);
      for (const of of question.nodes) {
        if (each.has(of)) continue;
        const found = await influence([of], MOST_HOPS);
        if (isOver) return;
        each.set(of, found);
        tell(new Map(each), null);
      }
    };
    measure().catch((error: unknown) => {
      if (!isOver) tell(newest.current?.each ?? new Map(), messageOf(error));
    });
    return () => {
      isOver = true;
    };
  }, [isWanted, question, influence]);

  const known = answer?.question.layers === layers ? answer : null;
  const row = (of: readonly number[]) => {
    const found = of.flatMap((each) => known?.each.get(each) ?? []);
    return found.length > 0 ? influenceRow(found) : null;
  };
  const isNew = known?.question.epoch === epoch;
  const done = isNew ? question.nodes.filter((each) => known.each.has(each)).length : 0;
  const message = known?.question === question ? known.message : null;
  return {
    own: node === null ? null : row([node]),
    sample: row(sample),
    sampleSize: sample.filter((each) => known?.each.has(each)).length,
    node,
    epoch: known && known.each.size > 0 ? known.question.epoch : null,
    progress:
      isWanted && message === null && done < question.nodes.length ? done / question.nodes.length : null,
    message,
    canStart: isAtRest,
    start: () => setAsked(question),
  };
}
