/** The tensor backends that can compute. */
export type BackendName = 'webgpu' | 'wasm' | 'cpu';
export const BACKEND_NAMES: readonly BackendName[] = ['webgpu', 'wasm', 'cpu'];
/** `auto` asks for the adapter and takes the fastest one that passes the self-test. */
export type BackendChoice = BackendName | 'auto';
export interface BackendInfo {
  readonly name: BackendName;
  /** One sentence: why this one. */
  readonly reason: string;
  /** The GPU adapter's own description, null where there is none. */
  readonly adapter: string | null;
  readonly isSoftwareAdapter: boolean;
}
/** What the compute worker holds: tensors that nobody has disposed of, and the bytes in them. */
export interface TensorMemory {
  readonly tensors: number;
  readonly bytes: number;
}
