/** Fetches the rest of the page's code, a part at a time, whenever the browser is idle. */
import { missing } from '../widgets/later';

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no such call.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 200);
  });

interface Surroundings {
  readonly waitForIdle: () => Promise<void>;
  readonly isOnline: () => boolean;
}

const BROWSER: Surroundings = { waitForIdle: idle, isOnline: () => navigator.onLine };

/**
 * It ends with the first part that cannot be had: browsers remember a module that failed, and what nobody has asked for
 * yet may be there when somebody does.
 */
export async function preload({ waitForIdle, isOnline } = BROWSER): Promise<void> {
  for (;;) {
    await waitForIdle();
    const [next] = missing();
    if (!next || !isOnline()) return;
    try {
      await next.fetch();
    } catch {
      // Whoever needs it is told.
      return;
    }
  }
}
