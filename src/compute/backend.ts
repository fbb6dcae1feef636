/**
 * Chooses and starts the backend: WebGPU on a real adapter that passes the self-test, else WASM, else plain
 * JavaScript. Each is loaded only when it is wanted. A backend lives as long as its worker: there is one start in a
 * worker's life, and no way back from a lost device.
 */
import { memory } from '@tensorflow/tfjs-core';
import { messageOf } from '../data/base/errors';
import type { BackendChoice, BackendInfo, TensorMemory } from '../data/run/backend';
import { findAdapter, type AdapterAnswer } from './backend/adapter';
import { disagreement, runSelfTest } from './backend/selfTest';
import type { WebgpuDevice } from './backend/webgpu';

export interface StartOptions {
  /** Whether the page is a secure context: without one the browser offers no WebGPU. */
  readonly secure: boolean;
  /** Called once, when the GPU device is lost or reports an error in mid-run. */
  readonly onLost?: (message: string) => void;
}

let webgpu: WebgpuDevice | null = null;

/** Destroys the GPU device, as a driver reset would; does nothing on the other backends. */
export function loseDevice(): void {
  webgpu?.destroy();
}

/** Of all tensors that are alive in this worker. */
export function tensorMemory(): TensorMemory {
  const { numTensors, numBytes } = memory();
  return { tensors: numTensors, bytes: numBytes };
}

type Attempt = { readonly ok: true } | { readonly ok: false; readonly why: string };

async function tryWebgpu(onLost: StartOptions['onLost']): Promise<Attempt> {
  try {
    const [{ startCpu }, { startWebgpu }] = await Promise.all([
      import('./backend/cpu'),
      import('./backend/webgpu'),
    ]);
    await startCpu();
    const reference = await runSelfTest();
    const device = await startWebgpu();
    const complaint = disagreement(reference, await runSelfTest()) ?? device.errors.at(0);
    if (complaint) return { ok: false, why: `this GPU fails our self-test (${complaint})` };
    webgpu = device;
    if (onLost) void device.failure().then(onLost);
    return { ok: true };
  } catch (error) {
    return { ok: false, why: `the GPU could not be started (${messageOf(error)})` };
  }
}

async function tryWasm(): Promise<Attempt> {
  try {
    const { startWasm } = await import('./backend/wasm');
    await startWasm();
    return { ok: true };
  } catch (error) {
    return { ok: false, why: `WASM could not be started (${messageOf(error)})` };
  }
}

/** WASM, or plain JavaScript where even that does not start; `reason` is what is true of WASM. */
async function withoutGpu(reason: string, { adapter, isSoftware }: AdapterAnswer): Promise<BackendInfo> {
  const rest = { adapter, isSoftwareAdapter: isSoftware };
  const attempt = await tryWasm();
  if (attempt.ok) return { name: 'wasm', reason, ...rest };
  const { startCpu } = await import('./backend/cpu');
  await startCpu();
  return { name: 'cpu', reason: `Plain JavaScript, and slow: ${attempt.why}.`, ...rest };
}

/**
 * Starts `choice`, or the best there is. A wish that cannot be met is no error: the answer says what was started
 * instead, and why.
 */
export async function startBackend(choice: BackendChoice, options: StartOptions): Promise<BackendInfo> {
  const none: AdapterAnswer = { adapter: null, isSoftware: false, why: null };
  if (choice === 'cpu') {
    const { startCpu } = await import('./backend/cpu');
    await startCpu();
    return {
      name: 'cpu',
      reason: 'Plain JavaScript: you chose it.',
      adapter: null,
      isSoftwareAdapter: false,
    };
  }
  if (choice === 'wasm') return withoutGpu('WASM: you chose it.', none);

  const found = await findAdapter(options.secure);
  if (found.why !== null) return withoutGpu(`WASM: ${found.why}.`, found);
  if (found.isSoftware && choice === 'auto')
    return withoutGpu(
      'WASM: this browser offers only a software WebGPU adapter, and WASM is faster than that.',
      found,
    );
  const attempt = await tryWebgpu(options.onLost);
  if (!attempt.ok) return withoutGpu(`WASM: ${attempt.why}.`, found);
  const name = found.adapter ?? 'an adapter without a name';
  const reason = found.isSoftware
    ? `WebGPU: you chose it, on a software adapter (${name}); WASM would be faster.`
    : `WebGPU: the GPU (${name}) passed the self-test.`;
  return { name: 'webgpu', reason, adapter: found.adapter, isSoftwareAdapter: found.isSoftware };
}
