/** Lays an image that was drawn for one camera where it belongs for another. */
import type { Shot } from './cachedLayer';
import { createProgram, type Program } from './program';

const VERTEX = /* glsl */ `
uniform vec4 u_rectangle;
out vec2 v_place;
void main() {
  v_place = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  gl_Position = vec4(mix(u_rectangle.xy, u_rectangle.zw, v_place), 0.0, 1.0);
}`;

const FRAGMENT = /* glsl */ `
in vec2 v_place;
uniform sampler2D u_image;
out vec4 color;
void main() { color = texture(u_image, v_place); }`;

export class Blit {
  private readonly program: Program<'u_rectangle' | 'u_image'>;
  private readonly vertices: WebGLVertexArrayObject;

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.program = createProgram(gl, { vertex: VERTEX, fragment: FRAGMENT }, [], ['u_rectangle', 'u_image']);
    this.vertices = gl.createVertexArray();
  }

  draw(image: WebGLTexture, drawn: Shot, now: Shot): void {
    const { gl, program } = this;
    const { size } = now;
    const grown = now.placing.scale / drawn.placing.scale;
    const left = now.placing.left - grown * drawn.placing.left;
    const top = now.placing.top - grown * drawn.placing.top;
    const [right, bottom] = [left + grown * drawn.size.width, top + grown * drawn.size.height];
    gl.useProgram(program.program);
    gl.bindVertexArray(this.vertices);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, image);
    gl.uniform1i(program.uniforms.u_image, 0);
    gl.uniform4f(
      program.uniforms.u_rectangle,
      (2 * left) / size.width - 1,
      1 - (2 * bottom) / size.height,
      (2 * right) / size.width - 1,
      1 - (2 * top) / size.height,
    );
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    gl.bindVertexArray(null);
  }
}
