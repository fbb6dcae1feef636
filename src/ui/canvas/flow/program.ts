/**
 * The GPU program for the flow of messages, a Sigma edge program: one quad per line from its source to its target,
 * all motion in the fragment shader from one uniform, the time. Lines without pace are still and plain; the others
 * carry comets that run towards an arrowhead at the target, or the arrowhead alone where the time stands still.
 */
import type { Attributes } from 'graphology-types';
import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

/** How one line is drawn. Lengths in CSS pixels. */
export interface FlowLook {
  readonly color: string;
  readonly width: number;
  /** Pixels per second; 0 for a still line. */
  readonly pace: number;
  /** How far the line lies to the right of the way from source to target. */
  readonly lane: number;
}

/** CSS pixels from one comet to the next. */
export const COMET_SPACING = 30;

const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_from;
attribute vec2 a_to;
attribute vec2 a_radii;
attribute vec3 a_line;
attribute vec4 a_color;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_radius;
uniform float u_pixels;

varying vec2 v_place;
varying float v_length;
varying float v_half;
varying float v_pace;
varying float v_arrow;
varying vec4 v_color;

void main() {
  vec2 view = 0.5 * u_viewport;
  vec2 from = (u_matrix * vec3(a_from, 1.0)).xy * view;
  vec2 to = (u_matrix * vec3(a_to, 1.0)).xy * view;
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
  v_place = vec2(a_corner.x * v_length, a_corner.y * reach);
  vec2 place = from + along * (begin + v_place.x) + across * (v_place.y + a_line.z * u_pixels);
  gl_Position = vec4(place / view, 0.0, 1.0);
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

varying vec2 v_place;
varying float v_length;
varying float v_half;
varying float v_pace;
varying float v_arrow;
varying vec4 v_color;

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
  gl_FragColor = vec4(v_color.rgb * ink * v_color.a, ink * v_color.a);
}`;

const UNIFORMS = ['u_matrix', 'u_viewport', 'u_radius', 'u_pixels', 'u_time', 'u_spacing'] as const;
type Uniform = (typeof UNIFORMS)[number];

const numbers = (name: string, size: number) => ({ name, size, type: WebGLRenderingContext.FLOAT });

export class FlowProgram<
  N extends Attributes = Attributes,
  E extends Attributes = Attributes,
> extends EdgeProgram<Uniform, N, E> {
  /** Seconds since the lines began to move; below zero where they stand still. */
  time = -1;

  override getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: WebGLRenderingContext.TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        numbers('a_from', 2),
        numbers('a_to', 2),
        numbers('a_radii', 2),
        numbers('a_line', 3),
        { name: 'a_color', size: 4, type: WebGLRenderingContext.UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [numbers('a_corner', 2)],
      CONSTANT_DATA: [
        [0, -1],
        [1, -1],
        [0, 1],
        [0, 1],
        [1, -1],
        [1, 1],
      ],
    };
  }

  override processVisibleItem(
    _index: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    line: EdgeDisplayData & FlowLook,
  ): void {
    const { array } = this;
    let i = start;
    array[i++] = source.x;
    array[i++] = source.y;
    array[i++] = target.x;
    array[i++] = target.y;
    array[i++] = source.size;
    array[i++] = target.size;
    array[i++] = line.width;
    array[i++] = line.pace;
    array[i++] = line.lane;
    array[i++] = floatColor(line.color);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
    const { pixelRatio, width, height, sizeRatio } = params;
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform2f(uniformLocations.u_viewport, width * pixelRatio, height * pixelRatio);
    gl.uniform1f(uniformLocations.u_radius, pixelRatio / sizeRatio);
    gl.uniform1f(uniformLocations.u_pixels, pixelRatio);
    gl.uniform1f(uniformLocations.u_time, this.time);
    gl.uniform1f(uniformLocations.u_spacing, COMET_SPACING * pixelRatio);
  }
}
