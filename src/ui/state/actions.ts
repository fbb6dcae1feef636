/**
 * All that a visitor can do, in one interface. Views call these; ui/app/wiring.ts implements them on the store and
 * the engine.
 */
import { createContext, use } from 'react';
import type { TableAnswers } from '../../data/formats/rawGraph';
import type { ImportAnswers } from '../../data/import/answers';
import type { ExportId } from '../../data/export/kinds';
import type { PythonProject } from '../../data/python/pythonProject';
import type { GraphEdits } from '../../data/run/edits';
import type { LayerSpec } from '../../data/run/layers/layers';
import type { MethodSpec } from '../../data/run/methods/methods';
import type { TaskSpec } from '../../data/run/tasks/descriptor';
import type { TrainSpec } from '../../data/run/training';
import type { BackendChoice } from '../../data/run/backend';
import type { Pairs } from '../../data/run/pictures';
import type { Influence } from '../../data/run/records';
import type { DialogId, Lit } from './appState';
import type { ComparisonState } from './comparison';
import type { ViewSpec } from './viewSpec';

export interface Actions {
  loadData(id: string, labelling?: string | null): void;
  /** Files dropped, chosen or pasted: a graph, a scene, or those of a set that could not be fetched. */
  openFiles(files: readonly File[]): void;
  /** Pasted. */
  openText(text: string): void;
  /** Fetches the file at an address that the visitor typed. */
  openUrl(address: string): void;
  /** The same with an address that came from elsewhere: shown first, fetched when the visitor says so. */
  offerUrl(address: string): void;
  /** Of the preview. */
  setImportAnswers(change: Partial<ImportAnswers>): void;
  /** How the rows of the file are read. */
  setImportTable(change: Partial<TableAnswers>): void;
  /** Opens the graph as the preview has it, or fetches the address that was offered. */
  acceptImport(): void;
  cancelImport(): void;
  /** Leaves the set that is being loaded, and stays with the graph that is shown. */
  cancelLoad(): void;
  /** Takes one of the visitor's own graphs off the list, and out of the browser's store. */
  forgetOwnSet(id: string): void;
  play(): void;
  pause(): void;
  /** Play or pause, whichever makes sense. */
  toggle(): void;
  step(): void;
  /** To an epoch that the run has been at. */
  seek(epoch: number): void;
  /** The slider of epochs is held, or let go: pictures settle where it is let go. */
  holdTime(isHeld: boolean): void;
  /** Plays the run back from the shown epoch, or stops doing so. */
  playBack(): void;
  /** Of the run, and what those of all runs take of their budget. */
  keyframes(): { readonly epochs: readonly number[]; readonly bytes: number; readonly budget: number };
  /** Opens an earlier run again, where it stood. */
  openRun(number: number): void;
  /** null: the open run. */
  nameRun(number: number | null, name: string | null): void;
  forgetRun(number: number): void;
  /** Puts two runs side by side; null: the open one. */
  compareRuns(first: number | null, second: number | null): void;
  /** Another layer or method of the two. */
  lookAt(change: Partial<Pick<ComparisonState, 'layer' | 'method'>>): void;
  closeComparison(): void;
  /** Trains the settings of the open run with several seeds, beside it. */
  trainSeeds(seeds: readonly number[]): void;
  cancelSeeds(): void;
  /** Scores the rules that learn nothing on the split of the open run, in the worker. */
  scoreBaselines(): void;
  /** How much each hop up to maxHops has to say in the output of `nodes`, on average, for the present weights. */
  influence(nodes: readonly number[], maxHops: number): Promise<Influence>;
  /** Opens the run that a link holds beside its own. */
  openPending(): void;
  dismissPending(): void;
  /** The settings of the run once more, from epoch 0. */
  reset(): void;
  /** The same, and play. */
  trainAgain(): void;
  setTraining<K extends keyof TrainSpec>(key: K, value: TrainSpec[K]): void;
  setSeed(seed: number): void;
  /** Edits the graph: all edits, those from before included. */
  editGraph(edits: GraphEdits): void;
  /** Another model, with its own layers and its own recipe: another run, at epoch 0. The open one is kept. */
  setModel(id: string): void;
  /** Another task starts from its own recipe for the model; another setting of the same one leaves the rest as it is. */
  setTask(task: TaskSpec): void;
  setLayer(index: number, layer: LayerSpec): void;
  /** Settings of the method, in a model that has one. */
  setMethod(method: MethodSpec): void;
  moveLayer(from: number, to: number): void;
  addLayer(): void;
  removeLayer(index: number): void;
  setBackend(choice: BackendChoice): void;
  /** Tells of one node layer by layer, from the input to the output; ends that where it is under way. */
  playLayers(): void;
  /** The narration stands still, or goes on by itself. */
  pauseLayers(): void;
  /** One sentence of the narration on, or back. */
  stepLayers(by: 1 | -1): void;
  setView(change: Partial<ViewSpec>): void;
  select(nodes: readonly number[], how?: 'replace' | 'add' | 'remove' | 'toggle'): void;
  /** Both cameras go to these nodes. */
  gazeAt(nodes: readonly number[]): void;
  hover(node: number | null): void;
  /** Lights edges in the picture of the graph. */
  light(lit: Lit | null): void;
  undo(): void;
  redo(): void;
  /** Trains to the epoch of the link that was opened, where it asks first. */
  trainToArrival(): void;
  /** Stays where the run stands on the way there. */
  skipArrival(): void;
  /** Frees all controls that a link has locked or hidden. */
  unlock(): void;
  /** Sends the words on a link away. */
  dismissArrival(): void;
  /** What stands over the page; null: nothing. */
  /** The session that this browser kept. */
  restoreSession(): void;
  dismissSession(): void;
  /** A file of what the page shows now; rejects, in a sentence, where there is nothing of the kind. */
  exportAs(kind: ExportId): Promise<{ readonly name: string; readonly blob: Blob }>;
  /** The run as a PyTorch Geometric script, with the files that go with it. */
  python(options: { readonly weights: boolean }): Promise<PythonProject>;
  showDialog(id: DialogId | null): void;
  dismiss(notice: number): void;
  /** Pairs of nodes: hops apart against distance apart at the chosen layer. */
  pairs(sample: number, seed: number): Promise<Pairs>;
  /** Tells the engine that what it sent has been drawn. */
  drawn(what: 'training' | 'projection'): void;
}

const ActionsContext = createContext<Actions | null>(null);
export const ActionsProvider = ActionsContext.Provider;

export function useActions(): Actions {
  const actions = use(ActionsContext);
  if (!actions) throw new Error('ui/state: expected an ActionsProvider above this component, found none.');
  return actions;
}
