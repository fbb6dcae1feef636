/** The part of `window.playground` that says a run in Python. */
import type { Actions } from '../state/actions';

export interface PythonApi {
  /**
   * The shown run as a script for PyTorch Geometric: same graph, model and recipe. It takes weights with `--weights`,
   * from the file that `exportAs('weights.safetensors')` gives.
   */
  python(): Promise<string>;
}

export const pythonApi = (
  { python }: Pick<Actions, 'python'>,
  atRest: <T>(work: () => Promise<T>) => Promise<T>,
): PythonApi => ({
  python: () => atRest(async () => (await python({ weights: false })).script),
});
