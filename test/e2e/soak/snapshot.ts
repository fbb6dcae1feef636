/**
 * The objects of a page, from a heap snapshot. Its machine code is left out: V8 compiles more of the same functions the
 * longer a page is used, a megabyte and more in thirty switches, and drops it again as it sees fit.
 */
import type { CDPSession } from 'playwright';

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      /** The first holds the names of the types. */
      readonly node_types: readonly (string | readonly string[])[];
    };
  };
  /** Of each node its fields, one node after another. */
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

const isSnapshot = (value: unknown): value is Snapshot =>
  typeof value === 'object' &&
  value !== null &&
  'snapshot' in value &&
  'nodes' in value &&
  Array.isArray(value.nodes) &&
  'strings' in value &&
  Array.isArray(value.strings);

/** The contents of typed arrays: told by the browser in one number, and counted there. */
const BUFFER = /ArrayBufferData/;

/** Bytes of all living objects, and of the code that has been compiled. */
export async function snapshotSizes(session: CDPSession): Promise<{ objects: number; code: number }> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  const taken: unknown = JSON.parse(chunks.join(''));
  if (!isSnapshot(taken)) throw new Error('snapshot: expected nodes and strings, got something else');
  const { node_fields: fields, node_types: types } = taken.snapshot.meta;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field));
  const code = types[0]?.indexOf('code') ?? -1;
  if (type === undefined || name === undefined || size === undefined || code < 0)
    throw new Error(`snapshot: expected type, name and self_size, got ${fields.join(', ')}`);
  const sum = { objects: 0, code: 0 };
  for (let node = 0; node < taken.nodes.length; node += fields.length) {
    const bytes = taken.nodes[node + size] ?? 0;
    if (taken.nodes[node + type] === code) sum.code += bytes;
    else if (!BUFFER.test(taken.strings[taken.nodes[node + name] ?? 0] ?? '')) sum.objects += bytes;
  }
  return sum;
}
