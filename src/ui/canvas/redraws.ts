/** How often each canvas, the layer of still edges and that of moving lines, has been drawn since the page opened: tests and the bench read it. */
export const redraws = { graph: 0, embedding: 0, edges: 0, flow: 0 };

export type SceneName = 'graph' | 'embedding';
