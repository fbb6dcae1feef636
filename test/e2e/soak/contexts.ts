/** WebGL contexts that a page has lost while somebody looked at them. */
import type { BrowserContext, Page } from 'playwright';

const KEY = 'data-lost-contexts';

/** To be called before the page is opened. A picture that goes gives its own back, on purpose: it is off the page. */
export const countLostContexts = (context: BrowserContext): Promise<void> =>
  context
    .addInitScript((key) => {
      const watched = new WeakSet<HTMLCanvasElement>();
      const watch = (canvas: HTMLCanvasElement) => {
        if (watched.has(canvas)) return;
        watched.add(canvas);
        canvas.addEventListener('webglcontextlost', () => {
          const { documentElement: root } = document;
          if (canvas.isConnected) root.setAttribute(key, String(Number(root.getAttribute(key)) + 1));
        });
      };
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = new Proxy(getContext, {
        apply: (target, canvas: HTMLCanvasElement, args: [string, unknown]) => {
          if (args[0].startsWith('webgl')) watch(canvas);
          return Reflect.apply(target, canvas, args);
        },
      });
    }, KEY)
    .then(() => {});

export const lostContexts = async (page: Page): Promise<number> =>
  Number((await page.locator('html').getAttribute(KEY)) ?? 0);
