/**
 * The GPU program for lines with a width: one quad per line from its source to its target, all motion in the fragment
 * shader from one uniform, the time. Lines without pace are still and plain; the others carry comets that run towards an
 * arrowhead at the target, or the arrowhead alone where the time stands still.
 */
import { toRgb } from '../../palette/colour';
import type { Placing, Size } from '../view/placing';
import { createProgram, GpuArray, PLACE, placingUniform, type Program } from './program';

/** How one line is drawn. Lengths in CSS pixels. */
export interface LineLook {
  /** As #rrggbb. */
  readonly color: string;
  readonly width: number;
  /** Pixels per second; 0 for a still line. */
  readonly pace: number;
  /** How far the line lies to the right of the way from source to target. */
  readonly lane: number;
}

/** CSS pixels from one comet to the next. */
export const COMET_SPACING = 30;

const VERTEX = /* glsl */ `
in vec2 a_from;
in vec2 a_to;
in vec2 a_radii;
in vec3 a_line;
in vec4 a_color;
${PLACE}
uniform vec2 u_viewport;
uniform float u_radius;
uniform float u_pixels;

out vec2 v_place;
out float v_length;
out float v_half;
out float v_pace;
out float v_arrow;
out vec4 v_color;

const vec2 CORNERS[6] = vec2[](
  vec2(0, -1), vec2(1, -1), vec2(0, 1), vec2(0, 1), vec2(1, -1), vec2(1, 1)
);

void main() {
  vec2 corner = CORNERS[gl_VertexID % 6];
  vec2 view = 0.5 * u_viewport;
  vec2 from = onCanvas(a_from).xy * view;
  vec2 to = onCanvas(a_to).xy * view;
  vec2 way = to - from;
  float whole = length(way);
  vec2 along = whole > 0.0 ? way / whole : vec2(1.0, 0.0);
  vec2 across = vec2(along.y, -along.x);
  // A line begins and ends where its nodes do; where they touch there is none.
  float begin = a_radii.x * u_radius;
  v_length = max(0.0, whole - begin - a_radii.y * u_radius);
  v_half = 0.5 * a_line.x * u_pixels;
  v_pace = a_line.y * u_pixels;
  v_arrow = a_line.y > 0.0 ? v_half + 2.5 * u_pixels : 0.0;
  float reach = (v_length > 0.0 ? 1.0 : 0.0) * (max(v_half, v_arrow) + 1.0);
  v_place = vec2(corner.x * v_length, corner.y * reach);
  vec2 place = from + along * (begin + v_place.x) + across * (v_place.y + a_line.z * u_pixels);
  gl_Position = vec4(place / view, 0.0, 1.0);
  v_color = a_color;
}`;

const FRAGMENT = /* glsl */ `
in vec2 v_place;
in float v_length;
in float v_half;
in float v_pace;
in float v_arrow;
in vec4 v_color;
out vec4 color;

uniform float u_time;
uniform float u_spacing;

/** Where on a comet its tail ends and its head begins. */
const float NECK = 0.66;

/** How much of a line of this half width covers the fragment. */
float cover(float halfWidth) {
  return clamp(halfWidth + 0.5 - abs(v_place.y), 0.0, 1.0);
}

void main() {
  float ink = cover(v_half);
  if (v_pace > 0.0) {
    float room = min(2.0 * v_arrow, v_length);
    float left = v_length - v_place.x;
    float head = left < room ? cover(v_arrow * left / room) : 0.0;
    float line = left < room ? 0.0 : ink;
    if (u_time >= 0.0) {
      // An arrow that points ahead, with a tail that fades behind it.
      float at = fract((v_place.x - u_time * v_pace) / u_spacing);
      float tail = at / NECK;
      float arrow = at < NECK
        ? tail * tail * cover(0.4 * v_half)
        : cover(v_half * (1.0 - at) / (1.0 - NECK));
      line = left < room ? 0.0 : max(0.3 * cover(max(0.3 * v_half, 0.5)), arrow);
    }
    ink = max(line, head);
  }
  color = vec4(v_color.rgb * ink, ink);
}`;

/** Numbers per line: two ends, two radii, width, pace and lane; the colour is the last, as four bytes. */
const STRIDE = 10;
const COLOR = STRIDE - 1;

export class LinePass {
  private readonly program: Program<
    'u_placing' | 'u_viewport' | 'u_radius' | 'u_pixels' | 'u_time' | 'u_spacing'
  >;
  private readonly vertices: WebGLVertexArrayObject;
  private readonly buffer: GpuArray;
  private count = 0;

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.program = createProgram(
      gl,
      { vertex: VERTEX, fragment: FRAGMENT },
      ['a_from', 'a_to', 'a_radii', 'a_line', 'a_color'],
      ['u_placing', 'u_viewport', 'u_radius', 'u_pixels', 'u_time', 'u_spacing'],
    );
    this.buffer = new GpuArray(gl, gl.ARRAY_BUFFER);
    this.vertices = gl.createVertexArray();
    gl.bindVertexArray(this.vertices);
    this.buffer.bind();
    let offset = 0;
    for (const [location, size] of [2, 2, 2, 3].entries()) {
      gl.vertexAttribPointer(location, size, gl.FLOAT, false, 4 * STRIDE, 4 * offset);
      offset += size;
    }
    gl.vertexAttribPointer(4, 4, gl.UNSIGNED_BYTE, true, 4 * STRIDE, 4 * COLOR);
    for (let location = 0; location < 5; location++) {
      gl.enableVertexAttribArray(location);
      gl.vertexAttribDivisor(location, 1);
    }
    gl.bindVertexArray(null);
  }

  setLines(lines: Lines): void {
    this.count = lines.count;
    if (lines.count > 0) this.buffer.write(lines.floats);
  }

  get size(): number {
    return this.count;
  }

  /**
   * @param pixels of the canvas per CSS pixel
   * @param scale pixels of the canvas per CSS pixel of a radius
   * @param time in seconds; below zero the lines stand still
   */
  draw(placing: Placing, size: Size, pixels: number, scale: number, time: number): void {
    const { gl, program, count } = this;
    if (count === 0) return;
    gl.useProgram(program.program);
    gl.bindVertexArray(this.vertices);
    gl.uniform4f(program.uniforms.u_placing, ...placingUniform(placing, size));
    gl.uniform2f(program.uniforms.u_viewport, size.width * pixels, size.height * pixels);
    gl.uniform1f(program.uniforms.u_radius, scale);
    gl.uniform1f(program.uniforms.u_pixels, pixels);
    gl.uniform1f(program.uniforms.u_time, time);
    gl.uniform1f(program.uniforms.u_spacing, COMET_SPACING * pixels);
    gl.drawArraysInstanced(gl.TRIANGLES, 0, 6, count);
    gl.bindVertexArray(null);
  }
}

/** Lines as the GPU takes them. */
export class Lines {
  readonly floats: Float32Array;
  private readonly bytes: Uint8Array;

  constructor(readonly count: number) {
    this.floats = new Float32Array(STRIDE * count);
    this.bytes = new Uint8Array(this.floats.buffer);
  }

  /** Line i, from (x0, y0) to (x1, y1) in the plane, between discs of these radii in CSS pixels at the usual scale. */
  set(
    i: number,
    [x0, y0, x1, y1]: readonly [number, number, number, number],
    [from, to]: readonly [number, number],
    { width, pace, lane, color }: LineLook,
  ): void {
    this.floats.set([x0, y0, x1, y1, from, to, width, pace, lane], STRIDE * i);
    this.bytes.set([...toRgb(color), 255], 4 * (STRIDE * i + COLOR));
  }
}
