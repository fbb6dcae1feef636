/**
 * Finds a Chromium for the tests, the bench and the screenshots, so that `npm test` needs no system package on
 * Linux x64. Order: $PLAYGROUND_CHROMIUM, one that Playwright has installed, a system Chromium or Chrome, and last
 * the one that @sparticuz/chromium carries inside its npm package.
 */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Flags for a headless Chromium with a WebGPU adapter (SwiftShader where there is no GPU) that calls nobody. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=en-US',
];

/**
 * @returns {Promise<string>} the path of an executable
 * @throws when none of the four places has one
 */
export async function findChromium() {
  const named = process.env.PLAYGROUND_CHROMIUM;
  if (named) {
    if (!existsSync(named))
      throw new Error(`chromium: expected an executable at $PLAYGROUND_CHROMIUM, found nothing at ${named}`);
    return named;
  }
  const installed = chromium.executablePath();
  if (installed && existsSync(installed)) return installed;
  const system = SYSTEM_PATHS.find((path) => existsSync(path));
  if (system) return system;
  // Makes the package unpack the shared libraries that it carries: it only does so when it believes it is on Lambda.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: carried } = await import('@sparticuz/chromium');
  return carried.executablePath();
}
