/** Has its worker train what the script that opened the page asks for, and hands back the rows of the table. */
import { MODELS } from '../../src/data/run/models';
import type { RunSpec } from '../../src/data/run/runSpec';
import { DEFAULT_TASK } from '../../src/data/run/tasks/tasks';
import { validateTask } from '../../src/data/run/validate';
import type { Answer, History, Question } from './history';
import { measure, type Measured } from './measure';
import { REFERENCES, SETS, type SetId } from './references';

const base = new URL('/', location.href).href;
const worker = new Worker(new URL('./accuracy.worker.ts', import.meta.url), { type: 'module' });
let asked = 0;

function train(run: RunSpec): Promise<History> {
  const id = (asked += 1);
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<Answer>) => {
      if (data.id !== id) return;
      worker.removeEventListener('message', hear);
      if (data.kind === 'trained') resolve(data.history);
      else reject(new Error(data.message));
    };
    worker.addEventListener('message', hear);
    worker.postMessage({ id, run, base } satisfies Question);
  });
}

/** `gcn:linkPrediction`: a model at another task than the default. */
const ofOtherTasks = Object.keys(REFERENCES).filter((name) => name.includes(':'));

async function measureModel(id: string, set: SetId, seeds: number): Promise<Measured> {
  const [modelId, taskId = DEFAULT_TASK.id] = id.split(':');
  const model = MODELS.find((each) => each.id === modelId);
  if (!model)
    throw new Error(`accuracy: expected one of ${MODELS.map((each) => each.id).join(', ')}, got ${modelId}.`);
  return measure(model, validateTask(taskId), set, seeds, train);
}

declare global {
  interface Window {
    /** Set once the page can be asked. */
    accuracy?: {
      readonly models: readonly string[];
      readonly sets: readonly SetId[];
      readonly measure: typeof measureModel;
    };
  }
}

window.accuracy = {
  models: [...MODELS.map(({ id }) => id), ...ofOtherTasks],
  sets: SETS,
  measure: measureModel,
};
