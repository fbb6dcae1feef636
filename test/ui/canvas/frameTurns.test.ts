import { describe, expect, it } from 'vitest';
import { createFrameTurns } from '../../../src/ui/canvas/frameTurns';

/** Which canvases draw in each of `count` frames that are `ms` apart, after `start`. */
function frames(turns: ReturnType<typeof createFrameTurns>, count: number, ms: number, start: number) {
  return Array.from({ length: count }, (_, i) => {
    const now = start + i * ms;
    return [turns.mayDraw('graph', now), turns.mayDraw('embedding', now)];
  });
}

describe('the turns of the two canvases', () => {
  it('lets both draw in every frame while frames are fast', () => {
    expect(frames(createFrameTurns(), 50, 16, 0).every(([graph, embedding]) => graph && embedding)).toBe(
      true,
    );
  });

  it('lets one draw in each frame, in turn, once frames are slow', () => {
    const turns = createFrameTurns();
    const drawn = frames(turns, 40, 80, 0).slice(20);
    expect(turns.isSlow).toBe(true);
    expect(drawn.every(([graph, embedding]) => graph !== embedding)).toBe(true);
    expect(drawn.filter(([graph]) => graph)).toHaveLength(10);
  });

  it('goes back to both when frames are fast again, and not at the first quick one', () => {
    const turns = createFrameTurns();
    frames(turns, 40, 80, 0);
    frames(turns, 1, 16, 4000);
    expect(turns.isSlow).toBe(true);
    frames(turns, 120, 16, 4100);
    expect(turns.isSlow).toBe(false);
  });

  it('does not take a pause between two animations for a slow frame', () => {
    const turns = createFrameTurns();
    frames(turns, 20, 16, 0);
    frames(turns, 20, 16, 60_000);
    expect(turns.isSlow).toBe(false);
  });
});
