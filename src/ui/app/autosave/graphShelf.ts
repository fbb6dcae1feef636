/** The browser's store of the visitor's own graphs. The list is read without their bytes. */
import type { GraphShelf } from '../ownGraphs';
import { whenWritten, type Kept } from './database';

export function createGraphShelf({ open }: Kept, now: () => number = Date.now): GraphShelf {
  return {
    put: async ({ descriptor, packed }) => {
      const transaction = (await open()).transaction(['sets', 'graphs'], 'readwrite');
      await whenWritten(transaction.done, [
        transaction.objectStore('sets').put({ descriptor, keptAt: now() }, descriptor.id),
        transaction.objectStore('graphs').put(packed, descriptor.id),
      ]);
    },
    get: async (id) => {
      const transaction = (await open()).transaction(['sets', 'graphs']);
      const [set, packed] = await Promise.all([
        transaction.objectStore('sets').get(id),
        transaction.objectStore('graphs').get(id),
      ]);
      return set && packed ? { descriptor: set.descriptor, packed } : null;
    },
    list: async () => {
      const sets = await (await open()).getAll('sets');
      return sets.sort((a, b) => a.keptAt - b.keptAt).map(({ descriptor }) => descriptor);
    },
    remove: async (id) => {
      const transaction = (await open()).transaction(['sets', 'graphs'], 'readwrite');
      await Promise.all([
        transaction.objectStore('sets').delete(id),
        transaction.objectStore('graphs').delete(id),
        transaction.done,
      ]);
    },
  };
}
