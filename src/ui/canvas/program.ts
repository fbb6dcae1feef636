/** The GPU program for nodes: the discs of look.ts, widths given as shares of the radius so that they zoom with it. */
import { createNodeBorderProgram } from '@sigma/node-border';

const layer = (name: 'ring' | 'gap' | 'outline') => ({
  color: { attribute: name },
  size: { attribute: `${name}Share`, defaultValue: 0, mode: 'relative' as const },
});

export const NodeDiscProgram = createNodeBorderProgram({
  borders: [
    layer('ring'),
    layer('gap'),
    layer('outline'),
    { color: { attribute: 'color' }, size: { fill: true } },
  ],
});
