/** Small pictures that wait to be drawn: one in each animation frame, so that they never come all at once. */
const waiting = new Set<() => void>();
let frame = 0;

function drawNext(): void {
  frame = 0;
  const [draw] = waiting;
  if (!draw) return;
  waiting.delete(draw);
  if (waiting.size > 0) frame = requestAnimationFrame(drawNext);
  draw();
}

/** Calls `draw` once, when it is its turn. */
export function drawInTurn(draw: () => void): void {
  waiting.add(draw);
  frame ||= requestAnimationFrame(drawNext);
}

export function forgetTurn(draw: () => void): void {
  waiting.delete(draw);
}
