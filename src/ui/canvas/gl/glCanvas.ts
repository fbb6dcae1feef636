/**
 * The one WebGL context of a canvas. Browsers take contexts away (a page may have some sixteen, a driver may be started
 * anew) and sometimes give them back: whoever draws is told of both, and can ask for a new one.
 */
import { fail } from '../../../data/base/errors';

export interface GlCanvasEvents {
  /** A context to draw on, at first and after each loss; nothing of an earlier one is left. */
  readonly opened: (gl: WebGL2RenderingContext) => void;
  readonly lost: () => void;
}

const OPTIONS: WebGLContextAttributes = {
  alpha: true,
  premultipliedAlpha: true,
  antialias: false,
  depth: false,
  stencil: false,
  preserveDrawingBuffer: false,
};

export class GlCanvas {
  element: HTMLCanvasElement;
  private gl: WebGL2RenderingContext;
  private ends: AbortController;

  /** @throws PlaygroundError where the browser gives no WebGL 2 */
  constructor(
    container: HTMLElement,
    private readonly events: GlCanvasEvents,
  ) {
    ({ element: this.element, gl: this.gl, ends: this.ends } = this.open());
    container.prepend(this.element);
    events.opened(this.gl);
  }

  /** A new canvas in place of one whose context has not come back. */
  renew(): void {
    const { element, ends } = this;
    const next = this.open();
    ends.abort();
    element.replaceWith(next.element);
    ({ element: this.element, gl: this.gl, ends: this.ends } = next);
    this.events.opened(this.gl);
  }

  /** Gives the context back at once: the browser would keep it until memory is short. */
  kill(): void {
    this.ends.abort();
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
    this.element.remove();
  }

  private open() {
    const element = document.createElement('canvas');
    element.dataset['layer'] = 'picture';
    const gl = element.getContext('webgl2', OPTIONS);
    if (!gl)
      throw fail(
        'ui/canvas',
        'expected a canvas with WebGL 2, got none',
        'Close other pages that draw, or try another browser.',
      );
    const ends = new AbortController();
    const { signal } = ends;
    element.addEventListener(
      'webglcontextlost',
      (event) => {
        // Without this it would never come back.
        event.preventDefault();
        this.events.lost();
      },
      { signal },
    );
    element.addEventListener('webglcontextrestored', () => this.events.opened(gl), { signal });
    return { element, gl, ends };
  }
}
