/** A Python that has PyTorch Geometric: from $PYTHON, else `python3` on the path. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readNpy } from '../../../src/data/formats/npy';
import type { PythonProject } from '../../../src/data/python/pythonProject';

export const PYTHON = process.env['PYTHON'] ?? 'python3';
/** One thread: several that wait for one another on a busy machine take many times as long. */
export const ENVIRONMENT = {
  ...process.env,
  OMP_NUM_THREADS: '1',
  PYTHONWARNINGS: 'ignore',
  PYTHONDONTWRITEBYTECODE: '1',
};

const canRun = (code: string): boolean =>
  spawnSync(PYTHON, ['-c', code], { env: ENVIRONMENT, timeout: 120_000 }).status === 0;

/** Whether any Python is here, with or without PyTorch. */
export const hasPython = canRun('import sys; assert sys.version_info >= (3, 9)');
/** Whether what a script needs is installed beside it. */
export const hasTorch =
  hasPython &&
  canRun(
    'import importlib.util as u, sys; sys.exit(not all(u.find_spec(m) for m in ("torch", "torch_geometric", "scipy")))',
  );

const missing = (what: string) => ` (skipped: no Python with ${what} on this machine, name one in $PYTHON)`;
export const titleOf = (title: string): string => (hasTorch ? title : title + missing('torch_geometric'));
export const plainTitleOf = (title: string): string => (hasPython ? title : title + missing('version 3.9'));

/** Runs scripts one after the other, each in a folder of its own, so that PyTorch is imported once. */
const DRIVER = `
import io, json, os, runpy, sys, traceback
from contextlib import redirect_stdout
told = []
for job in json.load(sys.stdin):
    os.chdir(job["folder"])
    sys.argv = [job["script"], *job["options"]]
    output = io.StringIO()
    try:
        with redirect_stdout(output):
            runpy.run_path(job["script"], run_name="__main__")
        told.append({"output": output.getvalue(), "error": None})
    except BaseException:
        told.append({"output": output.getvalue(), "error": traceback.format_exc()})
json.dump(told, sys.stdout)
`;

export interface Job {
  readonly project: PythonProject;
  readonly options: readonly string[];
  /** Files of the set under data/<name>/raw, for scripts that load one by name. */
  readonly raw?: { readonly name: string; readonly files: ReadonlyMap<string, ArrayBuffer> };
}

export interface Ran {
  readonly output: string;
  /** What was written to --logits; null where there is no such option. */
  readonly logits: Float32Array | null;
}

const isTold = (value: unknown): value is readonly { output: string; error: string | null }[] =>
  Array.isArray(value);

function placed({ project, raw }: Job, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, project.name), project.script);
  for (const { name, bytes } of project.files) writeFileSync(join(folder, name), bytes);
  if (!raw) return;
  const place = join(folder, 'data', raw.name, 'raw');
  mkdirSync(place, { recursive: true });
  for (const [name, bytes] of raw.files) writeFileSync(join(place, name), new Uint8Array(bytes));
}

export function logitsIn(folder: string): Float32Array {
  const array = readNpy({ name: 'logits.npy', bytes: readFileSync(join(folder, 'logits.npy')) });
  if (array.kind !== 'number') throw new Error('expected logits to be numbers');
  return Float32Array.from(array.values);
}

/** A folder that is gone after `use`. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'open-in-python-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What each script said, and its logits; throws what one of them raised. */
export const runScripts = (jobs: readonly Job[]): Promise<readonly Ran[]> =>
  inFolder(async (root) => {
    const folders = jobs.map((_, index) => join(root, String(index)));
    jobs.forEach((job, index) => placed(job, folders[index]!));
    const asked = jobs.map(({ project, options }, index) => ({
      folder: folders[index],
      script: project.name,
      options: ['--device', 'cpu', ...options],
    }));
    const running = promisify(execFile)(PYTHON, ['-c', DRIVER], { env: ENVIRONMENT, maxBuffer: 2 ** 26 });
    running.child.stdin?.end(JSON.stringify(asked));
    const told: unknown = JSON.parse((await running).stdout);
    if (!isTold(told)) throw new Error('expected a list from Python');
    return told.map(({ output, error }, index) => {
      if (error) throw new Error(`${jobs[index]!.project.name}: ${error}`);
      const hasLogits = jobs[index]!.options.includes('--logits');
      return { output, logits: hasLogits ? logitsIn(folders[index]!) : null };
    });
  });

/** The options of a run that trains nothing: the weights of the project, and its logits. */
export function asTheyAre({ files }: PythonProject): readonly string[] {
  const weights = files.find(({ name }) => name.endsWith('.safetensors'));
  return [...(weights ? ['--weights', weights.name] : []), '--epochs', '0', '--logits', 'logits.npy'];
}

export function largestDifference(a: Float32Array | null, b: Float32Array): number {
  if (a?.length !== b.length) throw new Error(`expected ${b.length} numbers, got ${a?.length}`);
  return a.reduce((most, value, i) => {
    const difference = Math.abs(value - b[i]!);
    return difference <= most ? most : difference;
  }, 0);
}
