/** Draws on a 2-D canvas. */
import { FONT, HALO, type Pen } from './pen';

export const createCanvasPen = (context: CanvasRenderingContext2D): Pen => ({
  rect: ({ x, y, width, height }, fill) => {
    context.fillStyle = fill;
    context.fillRect(x, y, width, height);
  },
  lines: (ends, colour, width, dash) => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dash ?? []);
    context.beginPath();
    for (let i = 0; i < ends.length; i += 4) {
      context.moveTo(ends[i]!, ends[i + 1]!);
      context.lineTo(ends[i + 2]!, ends[i + 3]!);
    }
    context.stroke();
  },
  polygon: (corners, fill) => {
    context.fillStyle = fill;
    context.beginPath();
    for (let i = 0; i < corners.length; i += 2) context.lineTo(corners[i]!, corners[i + 1]!);
    context.fill();
  },
  disc: (x, y, radius, fill) => {
    context.fillStyle = fill;
    context.beginPath();
    context.arc(x, y, Math.max(0, radius), 0, 2 * Math.PI);
    context.fill();
  },
  text: (x, y, text, { size, colour, weight = 400, anchor = 'start', halo }) => {
    context.font = `${weight} ${size}px ${FONT}`;
    context.fillStyle = colour;
    context.textAlign = anchor === 'middle' ? 'center' : anchor;
    context.textBaseline = 'alphabetic';
    if (halo) {
      context.strokeStyle = halo;
      context.lineWidth = 2 * HALO;
      context.lineJoin = 'round';
      context.setLineDash([]);
      context.strokeText(text, x, y + 0.35 * size);
    }
    context.fillText(text, x, y + 0.35 * size);
  },
  *within({ x, y, width, height }, draw) {
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    yield* draw();
    context.restore();
  },
  named: (_, draw) => draw(),
});
