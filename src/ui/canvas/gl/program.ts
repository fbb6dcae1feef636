/** WebGL programs, and the one way they turn places of the plane into places on the canvas. */
import { fail } from '../../../data/base/errors';
import type { Placing, Size } from '../view/placing';

export interface Program<U extends string> {
  readonly program: WebGLProgram;
  readonly uniforms: Readonly<Record<U, WebGLUniformLocation | null>>;
}

function shader(gl: WebGL2RenderingContext, type: number, source: string): WebGLShader | null {
  const made = gl.createShader(type);
  if (!made) return null;
  gl.shaderSource(made, `#version 300 es\nprecision highp float;\nprecision highp int;\n${source}`);
  gl.compileShader(made);
  return made;
}

/** @param attributes their locations are their places in this list */
export function createProgram<U extends string>(
  gl: WebGL2RenderingContext,
  sources: { readonly vertex: string; readonly fragment: string },
  attributes: readonly string[],
  uniforms: readonly U[],
): Program<U> {
  const program = gl.createProgram();
  const shaders = [
    shader(gl, gl.VERTEX_SHADER, sources.vertex),
    shader(gl, gl.FRAGMENT_SHADER, sources.fragment),
  ];
  for (const made of shaders) if (made) gl.attachShader(program, made);
  attributes.forEach((name, location) => gl.bindAttribLocation(program, location, name));
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw fail(
      'ui/canvas',
      `expected a shader that compiles, got: ${gl.getProgramInfoLog(program) ?? ''} ${shaders.map((made) => (made && gl.getShaderInfoLog(made)) ?? '').join(' ')}`,
      'This is a mistake in the page: please report it with the name of your browser.',
    );
  for (const made of shaders) gl.deleteShader(made);
  const entries = uniforms.map((name) => [name, gl.getUniformLocation(program, name)] as const);
  return { program, uniforms: Object.fromEntries(entries) as Program<U>['uniforms'] };
}

/** In shaders: `uniform vec4 u_placing`, and this function. */
export const PLACE = /* glsl */ `
uniform vec4 u_placing;
vec4 onCanvas(vec2 place) { return vec4(place * u_placing.xy + u_placing.zw, 0.0, 1.0); }
`;

/** The value of u_placing: factors and offsets from the plane to clip coordinates. */
export const placingUniform = ({ left, top, scale }: Placing, { width, height }: Size) =>
  [(2 * scale) / width, (2 * scale) / height, (2 * left) / width - 1, 1 - (2 * top) / height] as const;

/** A buffer that grows as needed. */
export class GpuArray {
  readonly buffer: WebGLBuffer;
  private bytes = 0;

  constructor(
    private readonly gl: WebGL2RenderingContext,
    private readonly target: number,
  ) {
    this.buffer = gl.createBuffer();
  }

  bind(): void {
    this.gl.bindBuffer(this.target, this.buffer);
  }

  /** Room for so many bytes; what was there before is lost where it has to grow. */
  reserve(bytes: number): void {
    this.bind();
    if (bytes === this.bytes) return;
    this.bytes = bytes;
    this.gl.bufferData(this.target, bytes, this.gl.DYNAMIC_DRAW);
  }

  write(values: ArrayBufferView, offset = 0): void {
    this.reserve(Math.max(this.bytes, offset + values.byteLength));
    this.gl.bufferSubData(this.target, offset, values);
  }
}
