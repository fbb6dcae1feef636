/** How often each canvas, and the layer of moving lines, has been drawn since the page opened: tests and the bench read it. */
export const redraws = { graph: 0, embedding: 0, flow: 0 };

export type SceneName = 'graph' | 'embedding';
