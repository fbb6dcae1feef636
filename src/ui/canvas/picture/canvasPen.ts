/** Draws on a 2-D canvas. */
import { FONT, type Pen } from './pen';

export const createCanvasPen = (context: CanvasRenderingContext2D): Pen => ({
  rect: ({ x, y, width, height }, fill) => {
    context.fillStyle = fill;
    context.fillRect(x, y, width, height);
  },
  lines: (ends, colour, width) => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (let i = 0; i < ends.length; i += 4) {
      context.moveTo(ends[i]!, ends[i + 1]!);
      context.lineTo(ends[i + 2]!, ends[i + 3]!);
    }
    context.stroke();
  },
  disc: (x, y, radius, fill) => {
    context.fillStyle = fill;
    context.beginPath();
    context.arc(x, y, Math.max(0, radius), 0, 2 * Math.PI);
    context.fill();
  },
  text: (x, y, text, { size, colour, weight = 400, anchor = 'start' }) => {
    context.font = `${weight} ${size}px ${FONT}`;
    context.fillStyle = colour;
    context.textAlign = anchor === 'middle' ? 'center' : anchor;
    context.textBaseline = 'alphabetic';
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
