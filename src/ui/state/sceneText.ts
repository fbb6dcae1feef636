/** A scene in one sentence: what somebody is about to see. */
import { labellingIdOf } from '../../data/run/catalogue';
import type { DatasetDescriptor } from '../../data/run/datasets';
import { hasEdits } from '../../data/run/edits';
import { MODELS, type ModelSpec } from '../../data/run/models';
import { canonical, type DataRef, type RunSpec, type TimelineEntry } from '../../data/run/runSpec';
import { TRAIN_PARAMS } from '../../data/run/training';
import { writeCount } from '../widgets/numbers';
import { CONTROLS, type ControlId } from './controls';
import { editsText } from './editing';
import type { Scene } from './scene';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** More steps on the way than this are counted, not named. */
const MOST_STEPS = 3;

/** "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** A name that is a word of the language, as inside a sentence: `Gated network`, but `GCN` and `Node2Vec` stay. */
const inside = (name: string): string =>
  /^[A-Z][a-z]+( |$)/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;

/** "Cora", "Karate Club (four communities)". */
function dataText(set: DatasetDescriptor, { labelling }: DataRef): string {
  const isFirst = labellingIdOf(set, labelling) === set.labellings[0]?.id;
  const named = set.labellings.find(({ id }) => id === labelling)?.name;
  return isFirst || !named ? set.name : `${set.name} (${named})`;
}

/** "a two-layer GCN", "Node2Vec". */
function modelText({ id, layers, method }: ModelSpec): string {
  const name = inside(MODELS.find((each) => each.id === id)?.name ?? id);
  if (method) return name;
  const depth = NUMBERS[layers.length] ?? String(layers.length);
  return `${depth === 'eight' ? 'an' : 'a'} ${depth}-layer ${name}`;
}

/** "learning rate moved at epoch 40", "graph edited at epoch 20". */
function stepTexts({ epoch, change, edits }: TimelineEntry): readonly string[] {
  const moved = TRAIN_PARAMS.filter(({ key }) => key in change).map(({ label }) => label);
  return [
    ...(moved.length > 0 ? [`${listed(moved)} moved at epoch ${epoch}`] : []),
    ...(edits ? [`graph edited at epoch ${epoch}`] : []),
  ];
}

function wayTexts({ timeline }: RunSpec, epoch: number): readonly string[] {
  const steps = timeline.filter((entry) => entry.epoch <= epoch).flatMap(stepTexts);
  return steps.length > MOST_STEPS ? [`changed ${steps.length} times on the way`] : steps;
}

/** "model and seed are locked". */
export function guardedText(controls: readonly ControlId[], what: 'locked' | 'hidden'): readonly string[] {
  const names = CONTROLS.filter(({ id }) => controls.includes(id)).map(({ name }) =>
    name.replace(/ and its .*/, ''),
  );
  if (names.length === 0) return [];
  if (names.length > 4) return [`${names.length} groups of controls are ${what}`];
  const isOne = names.length === 1 && !names[0]!.endsWith('s');
  return [`${listed(names)} ${isOne ? 'is' : 'are'} ${what}`];
}

/**
 * "Cora with a two-layer GCN, seed 3, shown at epoch 140; learning rate moved at epoch 40; 2 nodes selected; model and
 * seed are locked."
 */
export function sceneText({ run, pending, epoch, view }: Scene, set: DatasetDescriptor): string {
  const selected = view.selection.length;
  const parts = [
    `${dataText(set, run.data)} with ${modelText(run.model)}${view.hidden.includes('seed') ? '' : `, seed ${run.seed}`}, ${epoch > 0 ? `shown at epoch ${writeCount(epoch)}` : 'untrained'}`,
    ...(hasEdits(run.edits) ? [editsText(run.edits)] : []),
    ...wayTexts(run, epoch),
    ...(pending && canonical(pending.model) !== canonical(run.model)
      ? ['another model is offered beside it']
      : []),
    ...(selected > 0 ? [`${selected} ${selected === 1 ? 'node' : 'nodes'} selected`] : []),
    ...guardedText(view.locked, 'locked'),
    ...guardedText(view.hidden, 'hidden'),
  ];
  return `${parts.join('; ')}.`;
}

/** What a page that was loaded once more says on the way back to where it stood. */
export const returnText = (epoch: number): string =>
  `Before the reload this page was at epoch ${writeCount(epoch)}.`;
