/** A 2-D canvas above the picture, as large as it, with CSS pixels as its unit. */

export class Overlay {
  readonly canvas = document.createElement('canvas');
  readonly context = this.canvas.getContext('2d');
  private isBlank = true;

  /** @param above the overlay that comes next above it, if any */
  constructor(container: HTMLElement, name: string, above?: Overlay) {
    this.canvas.dataset['layer'] = name;
    this.canvas.style.display = 'none';
    container.insertBefore(this.canvas, above?.canvas ?? null);
  }

  /**
   * Draws anew. Unseen where there is nothing to see: a browser without a graphics card copies every canvas that is
   * shown, pixel by pixel.
   *
   * @param draw null to leave it blank
   */
  draw(draw: ((context: CanvasRenderingContext2D) => void) | null): void {
    const { canvas, context } = this;
    if (!context || (!draw && this.isBlank)) return;
    this.isBlank = !draw;
    canvas.style.display = draw ? '' : 'none';
    this.fit();
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (!draw) return;
    context.save();
    draw(context);
    context.restore();
  }

  remove(): void {
    this.canvas.remove();
  }

  private fit(): void {
    const { canvas, context } = this;
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth = 0, clientHeight = 0 } = canvas.parentElement ?? {};
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  }
}
