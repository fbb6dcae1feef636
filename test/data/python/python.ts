/** A Python that has PyTorch Geometric: from $PYTHON, else `python3` on the path. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readNpy } from '../../../src/data/formats/npy';
import { readFileSync } from 'node:fs';
import type { PythonProject } from '../../../src/data/python/pythonProject';

const NAME = process.env['PYTHON'] ?? 'python3';
const QUIET = { ...process.env, PYTHONWARNINGS: 'ignore', OMP_NUM_THREADS: '1' };

const canRun = (code: string): boolean =>
  spawnSync(NAME, ['-c', code], { env: QUIET, timeout: 60_000 }).status === 0;

/** null where there is none. */
export const python: string | null = canRun('import torch, torch_geometric') ? NAME : null;
/** Any Python 3.9 or later, with or without PyTorch. */
export const plainPython: string | null = canRun('import sys; assert sys.version_info >= (3, 9)')
  ? NAME
  : null;

const without = (what: string) => ` (skipped: no Python with ${what} here; name one in $PYTHON)`;
export const titleOf = (title: string): string => (python ? title : title + without('torch_geometric'));

const run = promisify(execFile);

export interface Ran {
  readonly output: string;
  /** What was written to --logits. */
  readonly logits: { readonly shape: readonly number[]; readonly values: Float32Array };
}

/** A folder with the project in it, which is gone after `use`. */
export async function inFolder<T>(project: PythonProject, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'open-in-python-'));
  try {
    writeFileSync(join(folder, project.name), project.script);
    for (const { name, bytes } of project.files) writeFileSync(join(folder, name), bytes);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the script in its folder and reads the logits back. @param launcher in place of the bare interpreter */
export async function runScript(
  { name }: PythonProject,
  folder: string,
  options: readonly string[],
  launcher: readonly string[] = [python ?? NAME],
): Promise<Ran> {
  const [command, ...rest] = [...launcher, name, '--device', 'cpu', '--logits', 'logits.npy', ...options];
  const { stdout } = await run(command!, rest, { cwd: folder, env: QUIET, timeout: 300_000 });
  const array = readNpy({ name: 'logits.npy', bytes: readFileSync(join(folder, 'logits.npy')) });
  if (array.kind !== 'number') throw new Error('expected logits to be numbers');
  return { output: stdout, logits: { shape: array.shape, values: Float32Array.from(array.values) } };
}

export function largestDifference(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) throw new Error(`expected as many numbers, got ${a.length} and ${b.length}`);
  return a.reduce((most, value, i) => {
    const difference = Math.abs(value - b[i]!);
    return difference <= most ? most : difference;
  }, 0);
}
