import { playwright } from '@vitest/browser-playwright';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
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

export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => ({
  // Relative addresses: the built page works from any sub-path of any static host.
  base: './',
  plugins: [react(), nameTakenPort],
  build: { target: 'es2023', chunkSizeWarningLimit: 1500 },
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
            'graphology-layout-forceatlas2/iterate.js',
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'zustand',
            'graphology',
            'graphology-generators/social/karate-club',
            'sigma',
            'sigma/rendering',
            'sigma/utils',
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
          fileParallelism: false,
        },
      },
    ],
  },
}));
