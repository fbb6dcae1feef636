import type { BackendState } from '../../state/appState';
import type { BackendChoice, BackendName } from '../../../data/run/backend';

export const BACKEND_LABELS: Readonly<Record<BackendName, string>> = {
  webgpu: 'WebGPU',
  wasm: 'WASM',
  cpu: 'JavaScript',
};

export const BACKEND_CHOICES: readonly {
  readonly value: BackendChoice;
  readonly label: string;
  readonly sentence: string;
}[] = [
  { value: 'auto', label: 'Automatic', sentence: 'the fastest that passes its self-test' },
  { value: 'webgpu', label: 'WebGPU', sentence: 'on the graphics card' },
  { value: 'wasm', label: 'WASM', sentence: 'on the processor, compiled' },
  { value: 'cpu', label: 'JavaScript', sentence: 'slow, but runs everywhere' },
];

/** What the badge says: the backend in use, or what is happening to it. */
export function backendLabel(backend: BackendState): string {
  switch (backend.kind) {
    case 'ready':
      return BACKEND_LABELS[backend.info.name];
    case 'starting':
      return 'Starting';
    case 'failed':
      return 'No backend';
    default:
      return backend satisfies never;
  }
}
