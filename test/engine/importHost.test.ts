import { describe, expect, it } from 'vitest';
import { unpackGraph } from '../../src/data/formats/packed/unpackGraph';
import { IMPORT_LIMITS } from '../../src/data/formats/rawGraph';
import { validateAnswers } from '../../src/data/import/validateAnswers';
import { importHost } from '../../src/engine/importHost';
import type { Handlers } from '../../src/engine/wire';
import type { ImportCalls } from '../../src/engine/protocol';

const LOOPED = 'source,target,weight\nada,bob,2\nbob,bob,3\nbob,cy,1\ncy,cy,0.5\n';

const readBy = async (host: Handlers<ImportCalls>, text: string) =>
  host.read({ source: { text }, limits: IMPORT_LIMITS });

describe('an import', () => {
  it('counts self-loops, removes them, and keeps them where that is the answer', async () => {
    const host = importHost(() => {});
    const preview = await readBy(host, LOOPED);
    expect(preview.counts).toMatchObject({ nodes: 3, edges: 4, selfLoops: 2 });
    expect(preview.suggested.selfLoops).toBe('remove');
    const messagesOf = async (answers: object) =>
      (await host.estimate({ answers: validateAnswers(answers, preview) })).messages;
    expect(await messagesOf({})).toBe(4);
    expect(await messagesOf({ selfLoops: 'keep' })).toBe(6);
    const { graph, packed } = await host.build({ answers: validateAnswers({ selfLoops: 'keep' }, preview) });
    const { edgeIndex, edgeWeight } = unpackGraph(packed);
    expect({ edgeIndex, edgeWeight }).toEqual({ edgeIndex: graph.edgeIndex, edgeWeight: graph.edgeWeight });
    expect([...graph.edgeWeight!]).toEqual([2, 2, 3, 1, 1, 0.5]);
    expect(() => validateAnswers({ selfLoops: 'add' }, preview)).toThrow('answers.selfLoops');
  });

  it('says of an empty file or text that it is empty', async () => {
    await expect(
      readBy(
        importHost(() => {}),
        ' \n',
      ),
    ).rejects.toThrow('pasted text: expected a graph, got nothing: it is empty');
  });
});
