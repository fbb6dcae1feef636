/**
 * The GPU program for many edges: plain lines a pixel wide, each a pair of numbers of nodes. Their ends are the places
 * of the nodes themselves: where nodes move, nothing of the edges is written again.
 */
import type { Placing, Size } from '../view/placing';
import { createProgram, GpuArray, PLACE, placingUniform, type Program } from './program';

const VERTEX = /* glsl */ `
in vec2 a_place;
${PLACE}
void main() { gl_Position = onCanvas(a_place); }`;

const FRAGMENT = /* glsl */ `
uniform vec3 u_color;
out vec4 color;
void main() { color = vec4(u_color, 1.0); }`;

/** Edges written in one frame: a buffer of millions would hold up the page. */
const WRITTEN_AT_ONCE = 250_000;

export class HairlinePass {
  private readonly program: Program<'u_placing' | 'u_color'>;
  private readonly vertices: WebGLVertexArrayObject;
  private readonly ends: GpuArray;
  private edges: Int32Array = new Int32Array(0);
  private written = 0;

  constructor(
    private readonly gl: WebGL2RenderingContext,
    places: GpuArray,
  ) {
    this.program = createProgram(
      gl,
      { vertex: VERTEX, fragment: FRAGMENT },
      ['a_place'],
      ['u_placing', 'u_color'],
    );
    this.ends = new GpuArray(gl, gl.ELEMENT_ARRAY_BUFFER);
    this.vertices = gl.createVertexArray();
    gl.bindVertexArray(this.vertices);
    gl.enableVertexAttribArray(0);
    places.bind();
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    this.ends.bind();
    gl.bindVertexArray(null);
  }

  /** @param edges ends of each edge, interleaved, those that count most first */
  setEdges(edges: Int32Array): void {
    if (edges === this.edges) return;
    this.edges = edges;
    this.written = 0;
  }

  /** Writes some of the edges to the GPU. @returns whether all are there */
  write(): boolean {
    const { gl, edges } = this;
    if (this.written === edges.length) return true;
    gl.bindVertexArray(this.vertices);
    this.ends.reserve(edges.byteLength);
    const to = Math.min(edges.length, this.written + 2 * WRITTEN_AT_ONCE);
    this.ends.write(edges.subarray(this.written, to), 4 * this.written);
    gl.bindVertexArray(null);
    this.written = to;
    return to === edges.length;
  }

  /** Draws edges from..to. @param color red, green and blue, 0 to 1 */
  draw(
    placing: Placing,
    size: Size,
    color: readonly [number, number, number],
    from: number,
    to: number,
  ): void {
    const { gl, program } = this;
    gl.useProgram(program.program);
    gl.bindVertexArray(this.vertices);
    gl.uniform4f(program.uniforms.u_placing, ...placingUniform(placing, size));
    gl.uniform3f(program.uniforms.u_color, ...color);
    gl.drawElements(gl.LINES, 2 * (to - from), gl.UNSIGNED_INT, 8 * from);
    gl.bindVertexArray(null);
  }
}
