/**
 * The GPU program for nodes: the discs of look.ts, each node one GL point. A node is a place, a radius and the number of
 * its style; what styles look like stands in a texture, so that other colours are one number per node.
 */
import { toRgb } from '../../palette/colour';
import { HOLLOW, SMALL_SHARE, THIN, WIDTHS, type NodeStyle } from '../look';
import type { Placing, Size } from '../view/placing';
import { createProgram, GpuArray, PLACE, placingUniform, type Program } from './program';

/** Texels of one style: fill, outline, gap, ring. The alpha of the first is its shape, that of the last whether there is a ring. */
const TEXELS = 4;
/** Styles in a row of the texture. */
const ROW = 256;
const SHAPES = { solid: 0, hollow: 1, small: 2 } as const satisfies Record<NodeStyle['shape'], number>;
const HIDDEN = 3;

const float = (value: number): string => value.toFixed(4);

const VERTEX = /* glsl */ `
in vec2 a_place;
in float a_radius;
in uint a_style;
${PLACE}
uniform float u_scale;
uniform sampler2D u_styles;

out float v_radius;
out vec3 v_edges;
flat out vec3 v_color;
flat out vec3 v_outline;
flat out vec3 v_gap;
flat out vec3 v_ring;

vec4 texel(int i) {
  int style = int(a_style);
  return texelFetch(u_styles, ivec2(${TEXELS} * (style % ${ROW}) + i, style / ${ROW}), 0);
}

void main() {
  vec4 color = texel(0);
  vec4 ring = texel(3);
  int shape = int(color.a * 255.0 + 0.5);
  bool isRinged = ring.a > 0.5;
  float core = shape == ${SHAPES.small} ? a_radius * ${float(SMALL_SHARE)} : a_radius;
  bool isThin = core < ${float(THIN)};
  float ringWidth = isRinged ? (isThin ? ${float(WIDTHS.thin.ring)} : ${float(WIDTHS.full.ring)}) : 0.0;
  float gap = isRinged
    ? (isThin ? ${float(WIDTHS.thin.ringedGap)} : ${float(WIDTHS.full.ringedGap)})
    : (isThin ? ${float(WIDTHS.thin.gap)} : ${float(WIDTHS.full.gap)});
  float outline = shape == ${SHAPES.hollow}
    ? min(${float(HOLLOW.widest)}, core * ${float(HOLLOW.share)})
    : (isThin ? ${float(WIDTHS.thin.outline)} : ${float(WIDTHS.full.outline)});
  v_radius = (core + gap + ringWidth) * u_scale;
  v_edges = u_scale * vec3(core + gap, core, core - outline);
  v_color = color.rgb;
  v_outline = texel(1).rgb;
  v_gap = texel(2).rgb;
  v_ring = ring.rgb;
  bool isSomewhere = abs(a_place.x) < 1e30 && abs(a_place.y) < 1e30;
  gl_Position = shape == ${HIDDEN} || !isSomewhere ? vec4(2.0, 2.0, 2.0, 1.0) : onCanvas(a_place);
  // One pixel on each side for the soft edge.
  gl_PointSize = 2.0 * v_radius + 2.0;
}`;

const FRAGMENT = /* glsl */ `
in float v_radius;
in vec3 v_edges;
flat in vec3 v_color;
flat in vec3 v_outline;
flat in vec3 v_gap;
flat in vec3 v_ring;
out vec4 color;

void main() {
  float distance = length(gl_PointCoord - 0.5) * (2.0 * v_radius + 2.0);
  vec4 inside = clamp(vec4(v_radius, v_edges) - distance + 0.5, 0.0, 1.0);
  vec3 mixed = mix(v_ring, v_gap, inside.y);
  mixed = mix(mixed, v_outline, inside.z);
  mixed = mix(mixed, v_color, inside.w);
  color = vec4(mixed * inside.x, inside.x);
}`;

function texelsOf(styles: readonly NodeStyle[]): Uint8Array {
  const texels = new Uint8Array(4 * TEXELS * ROW * Math.max(1, Math.ceil(styles.length / ROW)));
  styles.forEach(({ color, outline, gap, ring, shape, isRinged, hidden }, i) => {
    const at = 4 * TEXELS * i;
    [color, outline, gap, ring].forEach((colour, k) => texels.set(toRgb(colour), at + 4 * k));
    texels[at + 3] = hidden ? HIDDEN : SHAPES[shape];
    texels[at + 15] = isRinged ? 255 : 0;
  });
  return texels;
}

export class NodePass {
  private readonly program: Program<'u_placing' | 'u_scale' | 'u_styles'>;
  private readonly vertices: WebGLVertexArrayObject;
  private readonly radii: GpuArray;
  private readonly styleOf: GpuArray;
  private readonly order: GpuArray;
  private readonly styles: WebGLTexture;
  private count = 0;

  /** @param places x, y per node, interleaved */
  constructor(
    private readonly gl: WebGL2RenderingContext,
    places: GpuArray,
  ) {
    const sources = { vertex: VERTEX, fragment: FRAGMENT };
    this.program = createProgram(
      gl,
      sources,
      ['a_place', 'a_radius', 'a_style'],
      ['u_placing', 'u_scale', 'u_styles'],
    );
    this.radii = new GpuArray(gl, gl.ARRAY_BUFFER);
    this.styleOf = new GpuArray(gl, gl.ARRAY_BUFFER);
    this.order = new GpuArray(gl, gl.ELEMENT_ARRAY_BUFFER);
    this.styles = gl.createTexture();
    this.vertices = gl.createVertexArray();
    gl.bindVertexArray(this.vertices);
    for (let location = 0; location < 3; location++) gl.enableVertexAttribArray(location);
    places.bind();
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    this.radii.bind();
    gl.vertexAttribPointer(1, 1, gl.FLOAT, false, 0, 0);
    this.styleOf.bind();
    gl.vertexAttribIPointer(2, 1, gl.UNSIGNED_INT, 0, 0);
    this.order.bind();
    gl.bindVertexArray(null);
  }

  /** @param order nodes from the bottom up */
  setNodes(radii: Float32Array, order: Uint32Array): void {
    this.count = order.length;
    this.radii.write(radii);
    this.gl.bindVertexArray(this.vertices);
    this.order.write(order);
    this.gl.bindVertexArray(null);
  }

  setStyles(styles: readonly NodeStyle[], styleOf: Uint32Array): void {
    const { gl } = this;
    this.styleOf.write(styleOf);
    const texels = texelsOf(styles);
    gl.bindTexture(gl.TEXTURE_2D, this.styles);
    const height = texels.length / (4 * TEXELS * ROW);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, TEXELS * ROW, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, texels);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  }

  get size(): number {
    return this.count;
  }

  /**
   * Draws nodes from..to of the order.
   *
   * @param scale pixels of the canvas per CSS pixel of a radius
   */
  draw(placing: Placing, size: Size, scale: number, from: number, to: number): void {
    const { gl, program } = this;
    gl.useProgram(program.program);
    gl.bindVertexArray(this.vertices);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.styles);
    gl.uniform1i(program.uniforms.u_styles, 0);
    gl.uniform4f(program.uniforms.u_placing, ...placingUniform(placing, size));
    gl.uniform1f(program.uniforms.u_scale, scale);
    gl.drawElements(gl.POINTS, to - from, gl.UNSIGNED_INT, 4 * from);
    gl.bindVertexArray(null);
  }
}
