/** A WebGL layer of our own among Sigma's, which clears and draws only its own at every redraw. */
import type { Attributes } from 'graphology-types';
import type { Sigma } from 'sigma';

/** @param beforeLayer the layer that comes next above it */
export function createGlLayer<N extends Attributes>(
  sigma: Sigma<N>,
  id: string,
  beforeLayer: string,
): { readonly canvas: HTMLCanvasElement; readonly gl: WebGLRenderingContext } {
  const canvas = sigma.createCanvas(id, { beforeLayer, style: { pointerEvents: 'none' } });
  const gl = sigma.createWebGLContext(id, { canvas });
  // Sigma gives layers their size when it resizes, and not when they are made; to resize now would clear all others.
  const { width, height } = sigma.getDimensions();
  const { pixelRatio } = sigma.getRenderParams();
  canvas.width = width * pixelRatio;
  canvas.height = height * pixelRatio;
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  return { canvas, gl };
}

/** What lines look like hangs on this beside their own data: two equal ones give the same pixels. */
export function frameOf(sigma: { getRenderParams: Sigma['getRenderParams'] }): string {
  const { matrix, width, height, pixelRatio, sizeRatio } = sigma.getRenderParams();
  return [...matrix, width, height, pixelRatio, sizeRatio].join();
}
