import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './test/browser/chromium.mjs';

const PORT = Number(process.env.PORT ?? 4173);
if (!(Number.isInteger(PORT) && PORT >= 0 && PORT < 65_536)) {
  console.error(`start: expected PORT to be a number from 0 to 65535, got '${process.env.PORT}'.`);
  process.exit(1);
}

/** Says in one line that the port is taken, and what to do, in place of a stack trace. */
const nameTakenPort: Plugin = {
  name: 'name-taken-port',
  configurePreviewServer(server) {
    server.httpServer.prependListener('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return;
      console.error(
        `start: port ${PORT} is taken by another program. Choose one: PORT=${PORT + 1} npm start`,
      );
      process.exit(1);
    });
  },
};

/**
 * What the built page may do. Nothing inline and no eval; WebAssembly is compiled, which needs a word of its own.
 * Connections: the page's own host, and https for the sources of the data sets and for addresses that a visitor types.
 * KaTeX sets its spacing by style attributes; styles that are files or elements are the page's own.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self' https:",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** In the built page alone: the development server writes scripts and styles into the page. */
const strictPolicy: Plugin = {
  name: 'strict-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

/** After the first visit everything that was opened before works without a network. */
const offline = VitePWA({
  // An update is offered, and taken when the visitor says so.
  registerType: 'prompt',
  injectRegister: null,
  includeAssets: ['icon.svg'],
  manifest: {
    name: 'GNN Playground',
    short_name: 'GNN Playground',
    description: 'Watch a graph neural network learn, layer by layer, for real, in a browser tab.',
    display: 'standalone',
    background_color: '#fbfbfa',
    theme_color: '#fbfbfa',
    icons: [
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  },
  workbox: {
    // Workbox leaves out .wasm and large files unless told.
    globPatterns: ['**/*.{html,js,css,wasm,woff2,svg,png}'],
    globIgnores: ['datasets/**'],
    maximumFileSizeToCacheInBytes: 8 * 2 ** 20,
    inlineWorkboxRuntime: true,
    // What is opened in the very first visit is kept as well. Data files are kept by the page, which checks them first.
    clientsClaim: true,
  },
});

/** What a test polls for is there at once, but for a busy machine: only what never comes takes this long. */
const LONGEST_WAIT = 20_000;

/** Names what computes: links tell it, so that a receiver knows whether numbers must be identical. */
function buildId(): string {
  const folder = join(import.meta.dirname, 'src');
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((each) => /\.tsx?$/.test(each)).sort())
    hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 8);
}

export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => ({
  // Relative addresses: the built page works from any sub-path of any static host.
  base: './',
  plugins: [react(), nameTakenPort, strictPolicy, offline],
  define: { BUILD_ID: JSON.stringify(buildId()) },
  // Nothing is inlined: the policy takes fonts from files alone.
  build: { target: 'es2023', chunkSizeWarningLimit: 1500, assetsInlineLimit: 0 },
  worker: { format: 'es' },
  preview: { port: PORT, strictPort: true },
  server: { port: PORT },
  test: {
    projects: [
      {
        extends: true,
        // In Node tfjs resolves to CommonJS builds, without gradients, unless Vitest inlines its ES modules; without
        // the line for ssr the backends would still bring a second core of that kind.
        ssr: { resolve: { mainFields: ['module', 'main'] } },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{data,compute,engine,ui,rooms}/**/*.test.ts'],
          server: { deps: { inline: [/@tensorflow/] } },
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        // Found while the tests run, a dependency makes Vite reload them, with two copies of React in the page.
        optimizeDeps: {
          include: [
            'umap-js',
            'fflate',
            'd3-dsv',
            'sax',
            'idb',
            'uqr',
            'graphology-gexf/common/writer.js',
            'graphology-layout-forceatlas2/iterate.js',
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'zustand',
            'graphology',
            'graphology-generators/social/karate-club',
            'uplot',
            'katex',
            'axe-core',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // Read there as import.meta.env.REQUIRE_CORA: with it, tests that need Cora's files fail where they are missing.
          env: { REQUIRE_CORA: process.env.REQUIRE_CORA ?? '' },
          testTimeout: 120_000,
          expect: { poll: { timeout: LONGEST_WAIT } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: mode === 'test' ? await findChromium() : '',
                args: CHROMIUM_ARGS,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: LONGEST_WAIT } },
          fileParallelism: false,
        },
      },
    ],
  },
}));
