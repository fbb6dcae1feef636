/** Measures one row and answers. */
import { messageOf } from '../../src/data/base/errors';
import { benchGraph } from './graph';
import { measureOurs } from './ours';
import { ROWS, type Answer, type Measured, type Question } from './rows';

async function measure({ row, base }: Question): Promise<Measured> {
  const graph = await benchGraph(base);
  switch (row) {
    case 'dense':
      return (await import('./yardstickB')).measureDense(graph);
    case 'ops':
      return (await import('./yardstickA')).measureOps(graph);
    default: {
      const ours = ROWS.find(({ id }) => id === row)?.ours;
      if (!ours)
        throw new Error(`bench: expected one of ${ROWS.map(({ id }) => id).join(', ')}, got ${row}.`);
      return measureOurs(row, ours.model, ours.backend, graph);
    }
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
