/** Asks the browser for a GPU adapter before tfjs does: tfjs fails on none, and takes a software one without a word. */
import { messageOf } from '../../data/base/errors';

export interface AdapterAnswer {
  /** The adapter's own description, null when there is none. */
  readonly adapter: string | null;
  /** It computes on the processor: right, and far slower than WASM. */
  readonly isSoftware: boolean;
  /** Why WebGPU cannot be used, as the second half of a sentence; null when it can. */
  readonly why: string | null;
}

/** Software rasterisers that do not always call themselves fallback adapters. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render/i;

const unusable = (why: string): AdapterAnswer => ({ adapter: null, isSoftware: false, why });

export async function findAdapter(secure: boolean): Promise<AdapterAnswer> {
  const gpu = typeof navigator === 'undefined' ? undefined : navigator.gpu;
  if (!gpu) {
    return unusable(
      secure
        ? 'this browser has no WebGPU'
        : 'this page is not a secure context, and browsers offer WebGPU only over https or from localhost',
    );
  }
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) return unusable('the browser has WebGPU but offers no adapter on this machine');
    const { info } = adapter;
    const words = [info.vendor, info.architecture, info.device, info.description].filter(Boolean).join(' ');
    return { adapter: words || null, isSoftware: info.isFallbackAdapter || SOFTWARE.test(words), why: null };
  } catch (error) {
    return unusable(`the browser failed to give a WebGPU adapter (${messageOf(error)})`);
  }
}
