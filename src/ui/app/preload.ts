/** Fetches the rest of the page's code, a part at a time, whenever the browser is idle. */
import { missing, type Later } from '../widgets/later';

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no such call.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 200);
  });

export async function preload(waitForIdle: () => Promise<void> = idle): Promise<void> {
  const tried = new Set<Later<unknown>>();
  for (;;) {
    await waitForIdle();
    const next = missing().find((part) => !tried.has(part));
    if (!next) return;
    tried.add(next);
    // Whoever needs it asks once more, and tells.
    await next.fetch().catch(() => {});
  }
}
