/** How often each canvas has been drawn since the page opened: tests and the bench read it. */
export const redraws = { graph: 0, embedding: 0 };

export type SceneName = keyof typeof redraws;
