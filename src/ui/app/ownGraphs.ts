/**
 * The visitor's own graphs, by an id that is made of what they hold: kept packed for as long as the page lives, and in
 * the browser's store where there is one. The list of them is in the state.
 */
import { messageOf } from '../../data/base/errors';
import type { GraphData } from '../../data/graph/graphData';
import type { OwnSet } from '../../data/import/ownSet';
import { addOwnSet, descriptorOf } from '../../data/run/catalogue';
import type { DatasetDescriptor } from '../../data/run/datasets';
import type { DataRef } from '../../data/run/runSpec';
import { unpackInWorker, type Job } from '../../engine/sources';
import { rememberSet } from '../state/address/ownGraph';
import type { Context } from './context';

/** A graph as the browser keeps it. */
export interface KeptGraph {
  readonly descriptor: DatasetDescriptor;
  readonly packed: Uint8Array;
}

/** The browser's store of them. */
export interface GraphShelf {
  put(graph: KeptGraph): Promise<void>;
  get(id: string): Promise<KeptGraph | null>;
  /** Without their bytes. */
  list(): Promise<readonly DatasetDescriptor[]>;
  remove(id: string): Promise<void>;
}

export interface OwnGraphs {
  /**
   * Makes it known under its id, and keeps it.
   * @param set as the worker made it, so that nothing that takes long is done again
   */
  add(set: OwnSet): DataRef;
  /** The graph, read in a worker; null where neither the page nor the browser has it. */
  find(id: string): Promise<GraphData | null>;
  /** Its bytes; null as above. */
  packed(id: string): Promise<Uint8Array | null>;
  /** Takes it off the list, and out of the browser's store; the shown graph stays. */
  forget(id: string): void;
}

export function createOwnGraphs(
  { store, update, notify }: Context,
  shelf: GraphShelf | null,
  unpack: (packed: Uint8Array) => Job<GraphData> = unpackInWorker,
): OwnGraphs {
  const kept = new Map<string, Uint8Array>();
  const forgotten = new Set<string>();
  /** The one that was added last is asked for at once. */
  let newest: { readonly id: string; readonly graph: GraphData } | null = null;

  const listed = (descriptor: DatasetDescriptor) => {
    addOwnSet(descriptor);
    update((state) => ({
      ...state,
      ownSets: [...state.ownSets.filter(({ id }) => id !== descriptor.id), descriptor],
    }));
  };

  const packed = async (id: string): Promise<Uint8Array | null> => {
    const here = kept.get(id);
    if (here) return here;
    const found = (await shelf?.get(id)) ?? null;
    if (!found) return null;
    kept.set(id, found.packed);
    if (!store.getState().ownSets.some((set) => set.id === id)) listed(found.descriptor);
    return found.packed;
  };

  const keptBefore: Promise<readonly DatasetDescriptor[]> = (shelf?.list() ?? Promise.resolve([])).catch(
    // A browser that keeps nothing: private windows, storage refused.
    () => [],
  );
  void keptBefore.then((descriptors) => descriptors.forEach(listed));

  /** What is kept already stays as it is: a link to it says less of where it came from than its file did. */
  const keep = async (graph: KeptGraph): Promise<void> => {
    const known = await keptBefore;
    if (!shelf || known.some(({ id }) => id === graph.descriptor.id && !forgotten.has(id))) return;
    await shelf.put(graph);
  };

  return {
    add: (set) => {
      const { graph, packed: bytes } = set;
      const { id } = set.descriptor;
      const descriptor = store.getState().ownSets.find((each) => each.id === id) ?? set.descriptor;
      rememberSet({ ...set, descriptor });
      kept.set(id, bytes);
      newest = { id, graph };
      listed(descriptor);
      keep({ descriptor, packed: bytes }).catch((error: unknown) => {
        notify(
          'warning',
          `${descriptor.name} is open, but this browser did not keep it: ${messageOf(error)}`,
        );
      });
      return { id, labelling: null };
    },
    find: async (id) => {
      if (newest?.id === id) return newest.graph;
      const bytes = await packed(id);
      if (!bytes) return null;
      const graph = await unpack(bytes).result;
      rememberSet({ graph, packed: bytes, descriptor: descriptorOf(id) });
      return graph;
    },
    packed,
    forget: (id) => {
      forgotten.add(id);
      update((state) => ({ ...state, ownSets: state.ownSets.filter((set) => set.id !== id) }));
      // Undo and earlier runs of this page still lead to it.
      shelf?.remove(id).catch((error: unknown) => notify('warning', messageOf(error)));
    },
  };
}
