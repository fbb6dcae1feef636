/** Measures one row and answers. */
import { messageOf } from '../../src/data/base/errors';
import { benchGraph } from './graph';
import { measureOurs } from './ours';
import type { Answer, Measured, Question } from './rows';

async function measure({ row, base }: Question): Promise<Measured> {
  const graph = await benchGraph(base);
  switch (row) {
    case 'dense':
      return (await import('./yardstickB')).measureDense(graph);
    case 'ops':
      return (await import('./yardstickA')).measureOps(graph);
    default:
      return measureOurs(row, graph);
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  let answer: Answer;
  try {
    answer = { kind: 'measured', measured: await measure(data) };
  } catch (error) {
    answer = { kind: 'failed', row: data.row, message: messageOf(error) };
  }
  self.postMessage(answer);
});
