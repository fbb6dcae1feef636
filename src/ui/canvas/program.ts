/**
 * The GPU program for nodes: the discs of look.ts, each node one GL point. Sigma's own disc programs draw instanced
 * triangles, which a software renderer draws about eight times slower (Cora in both canvases: 240 ms against 30 ms).
 */
import type { Attributes } from 'graphology-types';
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { NodeLook } from './look';

const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec3 a_shares;
attribute vec4 a_color;
attribute vec4 a_outline;
attribute vec4 a_gap;
attribute vec4 a_ring;
attribute vec4 a_id;

uniform mat3 u_matrix;
uniform float u_scale;
uniform float u_leastRadius;

varying float v_radius;
varying vec3 v_edges;
varying vec4 v_color;
varying vec4 v_outline;
varying vec4 v_gap;
varying vec4 v_ring;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
  v_radius = max(a_size * u_scale, u_leastRadius);
  // One pixel on each side for the soft edge.
  gl_PointSize = 2.0 * v_radius + 2.0;
  float ringEdge = 1.0 - a_shares.x;
  float gapEdge = ringEdge - a_shares.y;
  v_edges = v_radius * vec3(ringEdge, gapEdge, gapEdge - a_shares.z);
  #ifdef PICKING_MODE
  v_color = a_id;
  // Alpha in bytes can fall just short of 1 (as in Sigma's own programs).
  v_color.a *= 255.0 / 254.0;
  #else
  v_color = a_color;
  #endif
  v_outline = a_outline;
  v_gap = a_gap;
  v_ring = a_ring;
}`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

varying float v_radius;
varying vec3 v_edges;
varying vec4 v_color;
varying vec4 v_outline;
varying vec4 v_gap;
varying vec4 v_ring;

void main() {
  float distance = length(gl_PointCoord - 0.5) * (2.0 * v_radius + 2.0);
  #ifdef PICKING_MODE
  gl_FragColor = distance > v_radius ? vec4(0.0) : v_color;
  #else
  vec4 inside = clamp(vec4(v_radius, v_edges) - distance + 0.5, 0.0, 1.0);
  vec3 color = mix(v_ring.rgb, v_gap.rgb, inside.y);
  color = mix(color, v_outline.rgb, inside.z);
  color = mix(color, v_color.rgb, inside.w);
  gl_FragColor = vec4(color * inside.x, inside.x);
  #endif
}`;

/** Nodes smaller than this, in CSS pixels, are still hit within it. */
const LEAST_HIT_RADIUS = 5;

const UNIFORMS = ['u_matrix', 'u_scale', 'u_leastRadius'] as const;
type Uniform = (typeof UNIFORMS)[number];

const numbers = (name: string, size: number) => ({ name, size, type: WebGLRenderingContext.FLOAT });
const colour = (name: string) => ({
  name,
  size: 4,
  type: WebGLRenderingContext.UNSIGNED_BYTE,
  normalized: true,
});

export class NodeDiscProgram<N extends Attributes = Attributes> extends NodeProgram<Uniform, N> {
  override getDefinition() {
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: WebGLRenderingContext.POINTS,
      UNIFORMS,
      ATTRIBUTES: [
        numbers('a_position', 2),
        numbers('a_size', 1),
        numbers('a_shares', 3),
        colour('a_color'),
        colour('a_outline'),
        colour('a_gap'),
        colour('a_ring'),
        colour('a_id'),
      ],
    };
  }

  override processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData & NodeLook): void {
    const { array } = this;
    let i = start;
    array[i++] = data.x;
    array[i++] = data.y;
    array[i++] = data.size;
    array[i++] = data.ringShare;
    array[i++] = data.gapShare;
    array[i++] = data.outlineShare;
    array[i++] = floatColor(data.color);
    array[i++] = floatColor(data.outline);
    array[i++] = floatColor(data.gap);
    array[i++] = floatColor(data.ring);
    array[i++] = nodeIndex;
  }

  override setUniforms(
    params: RenderParams,
    { gl, uniformLocations, isPicking }: ProgramInfo<Uniform>,
  ): void {
    // Picking is drawn into a smaller frame.
    const pixels = isPicking ? params.pixelRatio / params.downSizingRatio : params.pixelRatio;
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform1f(uniformLocations.u_scale, pixels / params.sizeRatio);
    gl.uniform1f(uniformLocations.u_leastRadius, isPicking ? LEAST_HIT_RADIUS * pixels : 0);
  }
}
