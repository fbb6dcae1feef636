/**
 * Opens the built page in a real Chromium, as a visitor would, and keeps whatever its console says.
 * `npm run test:e2e` builds first.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { preview, type PreviewServer } from 'vite';
import { CHROMIUM_ARGS, findChromium } from '../browser/chromium.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const SCREENSHOTS = resolve(ROOT, 'test/screenshots');

/** The built page is tested from a sub-path, as on many static hosts. */
const SUB_PATH = '/teaching/gnn/';

/** A name that resolves to this computer but is no secure context, as a classroom server by http. */
const INSECURE_HOST = 'playground.test';

/** What a GPU driver says to the console, and nobody can help: each with the reason. */
const ALLOWED_MESSAGES: readonly RegExp[] = [
  // Nothing of ours reads pixels: the browser does, to show a canvas without a graphics card, and its renderer calls that slow.
  /GPU stall due to ReadPixels/,
  // Chromium's notice that WebGPU is experimental on this platform, printed when a software adapter is asked for.
  /No available adapters\./,
  /The powerPreference option is currently ignored/,
  // Playwright's own words where a test goes without a service worker.
  /Service Worker registration blocked by Playwright/,
];

/** A busy machine takes its time for what is otherwise there at once. */
const LONGEST_WAIT = 30_000;

let server: PreviewServer | null = null;
let browser: Browser | null = null;

/** Serves a built page, from a free port; `E2E_DIST` names another folder than `dist`. */
export async function serve(
  outDir = process.env['E2E_DIST'] ?? 'dist',
): Promise<{ server: PreviewServer; address: string }> {
  if (!existsSync(resolve(ROOT, outDir, 'index.html')))
    throw new Error(`e2e: expected a built page in ${outDir}, found none. Run npm run build first.`);
  const started = await preview({
    root: ROOT,
    configFile: false,
    base: SUB_PATH,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', allowedHosts: [INSECURE_HOST] },
  });
  return { server: started, address: `http://localhost:${portOf(started)}${SUB_PATH}` };
}

function portOf({ httpServer }: PreviewServer): number {
  const address = httpServer.address();
  if (typeof address !== 'object' || !address) throw new Error('e2e: expected the preview server to listen.');
  return address.port;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings of the console, and uncaught exceptions, but for the allowed ones. */
  readonly complaints: string[];
  /** Takes a picture into test/screenshots. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly insecure?: boolean;
  readonly reducedMotion?: boolean;
  /** With fingers, and of that size. */
  readonly phone?: boolean;
  /** A browser of its own with these flags, instead of the shared one. */
  readonly args?: readonly string[];
  /** With the service worker, which fetches the whole page once more to keep it. */
  readonly offline?: boolean;
  /** Instead of the shared server's. */
  readonly address?: string;
  /** Called before the page is opened, e.g. to cut the network. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

export async function launch(args: readonly string[] = CHROMIUM_ARGS): Promise<Browser> {
  const rules = `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`;
  return chromium.launch({ executablePath: await findChromium(), args: [...args, rules] });
}

export async function visit(options: VisitOptions = {}): Promise<Visit> {
  server ??= (await serve()).server;
  const port = portOf(server);
  const own = options.args ? await launch(options.args) : null;
  browser ??= await launch();
  const context = await (own ?? browser).newContext({
    viewport: options.phone
      ? { width: 390, height: 844 }
      : { width: options.width ?? 1440, height: options.height ?? 900 },
    hasTouch: options.phone ?? false,
    isMobile: options.phone ?? false,
    colorScheme: options.theme ?? 'light',
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    serviceWorkers: options.offline ? 'allow' : 'block',
  });
  await options.prepare?.(context);
  // For what never comes: each wait ends as soon as it has what it means.
  context.setDefaultTimeout(LONGEST_WAIT);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !ALLOWED_MESSAGES.some((allowed) => allowed.test(message.text())))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  const host = options.insecure ? INSECURE_HOST : 'localhost';
  await page.goto((options.address ?? `http://${host}:${port}${SUB_PATH}`) + (options.hash ?? ''));
  return {
    page,
    context,
    complaints,
    picture: async (name) => {
      mkdirSync(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: resolve(SCREENSHOTS, `${name}.png`) });
    },
    close: async () => {
      await context.close();
      await own?.close();
    },
  };
}

/** Charts and runs are a line of figures until somebody opens them. */
export async function openCharts(page: Page): Promise<void> {
  const show = page.getByRole('button', { name: 'Show the charts' });
  await page.getByRole('button', { name: /^(Show|Hide) the charts$/ }).waitFor();
  if ((await show.count()) > 0) await show.click();
}

/**
 * Resolves when nothing has been asked of a worker and nothing drawn for some frames: nodes and pictures lie still.
 * Lines of messages move for as long as a node is selected: they do not count.
 */
export const isStill = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const FRAMES = 20;
    let before = '';
    for (let still = 0; still < FRAMES;) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const { redraws, messagesInFlight } = window.playground.counters();
      const now = JSON.stringify({ ...redraws, flow: 0 });
      still = now === before && messagesInFlight === 0 ? still + 1 : 0;
      before = now;
    }
  });

export async function closeAll(): Promise<void> {
  await browser?.close();
  browser = null;
  await server?.close();
  server = null;
}
