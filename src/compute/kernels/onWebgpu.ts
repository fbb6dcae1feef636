/**
 * WebGPU programs in the shape that the package's `runWebGPUProgram` takes. It writes the bindings and `_start`
 * itself; ours define `fn main(index : i32)`. Index arrays are read raw (`colIndex[e]`): the package's own accessors
 * go through f32, which is exact up to 2^24 only.
 */
import { WebGPUBackend, webgpu_util, type WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';

const WORKGROUP = 64;
/** Threads that share one sum in `reduction`. */
export const REDUCTION_THREADS = 256;

export type Uniform = readonly [name: string, type: 'i32' | 'u32' | 'f32', value: number];

export interface Shader {
  /** Must tell apart every two sources: the package caches pipelines by it. */
  readonly key: string;
  readonly inputs: readonly (readonly [name: string, tensor: TensorInfo])[];
  readonly uniforms: readonly Uniform[];
  /** WGSL of `main(index : i32)` and what it calls. */
  readonly code: string;
  readonly outputShape: number[];
  /** Of the result; float32 where it is not named. */
  readonly dtype?: 'float32' | 'int32';
}

const UNIFORM_TYPES = { i32: 'int32', u32: 'uint32', f32: 'float32' } as const;

function webgpuBackend(backend: object): WebGPUBackend {
  if (backend instanceof WebGPUBackend) return backend;
  throw fail('kernels/webgpu', 'expected the webgpu backend, got another');
}

function launch(backend: object, shader: Shader, program: WebGPUProgram): TensorInfo {
  const uniforms = shader.uniforms.map(([, type, value]) => ({ type: UNIFORM_TYPES[type], data: [value] }));
  const tensors = shader.inputs.map(([, tensor]) => tensor);
  return webgpuBackend(backend).runWebGPUProgram(program, tensors, shader.dtype ?? 'float32', uniforms);
}

/** Gives back a result that only the next launch of the same kernel needed. */
export function release(backend: object, tensor: TensorInfo): void {
  webgpuBackend(backend).disposeData(tensor.dataId);
}

const common = (shader: Shader) => ({
  variableNames: shader.inputs.map(([name]) => name),
  uniforms: shader.uniforms.map(([name, type]) => `${name} : ${type}`).join(', '),
  outputShape: shader.outputShape,
  shaderKey: shader.key,
  size: true,
  getUserCode: () => shader.code,
});

/** One thread for each element of the output. */
export function elementwise(backend: object, shader: Shader): TensorInfo {
  const dispatchLayout = webgpu_util.flatDispatchLayout(shader.outputShape);
  const workgroupSize: [number, number, number] = [WORKGROUP, 1, 1];
  const dispatch = webgpu_util.computeDispatch(dispatchLayout, shader.outputShape, workgroupSize);
  return launch(backend, shader, { ...common(shader), dispatchLayout, dispatch, workgroupSize });
}

/**
 * One workgroup for each element of a one-dimensional output. The code defines `fn part(slot : i32, thread : i32) ->
 * f32`; the parts of a slot are added in a fixed order, so the sum is the same every time.
 */
export function reduction(backend: object, shader: Shader): TensorInfo {
  const code = `
    var<workgroup> parts : array<f32, ${REDUCTION_THREADS}>;
    ${shader.code}
    fn main(index : i32) {
      let slot = index / ${REDUCTION_THREADS};
      let thread = i32(localIndex);
      parts[thread] = part(min(slot, uniforms.size - 1), thread);
      workgroupBarrier();
      for (var half = ${REDUCTION_THREADS / 2}; half > 0; half = half / 2) {
        if (thread < half) { parts[thread] = parts[thread] + parts[thread + half]; }
        workgroupBarrier();
      }
      if (thread == 0 && slot < uniforms.size) { result[slot] = parts[0]; }
    }`;
  const program: WebGPUProgram = {
    ...common({ ...shader, code }),
    dispatchLayout: { x: [0] },
    dispatch: [shader.outputShape[0], 1, 1],
    workgroupSize: [REDUCTION_THREADS, 1, 1],
  };
  return launch(backend, shader, program);
}

/** The counter-based random numbers of data/base/random.ts. */
export const RANDOM_WGSL = `
  fn hash32(value : u32) -> u32 {
    var h = value;
    h = (h ^ (h >> 16u)) * 0x7feb352du;
    h = (h ^ (h >> 15u)) * 0x846ca68bu;
    return h ^ (h >> 16u);
  }
  fn drawOf(index : i32) -> u32 { return hash32(u32(index) + 0x68e31da4u); }
  fn keeps(key : u32, draw : u32, threshold : i32) -> bool {
    return i32(hash32(key ^ draw) >> 8u) >= threshold;
  }`;
