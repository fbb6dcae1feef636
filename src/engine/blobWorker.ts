/**
 * Workers that read what came from outside. One that is started from its own address gets the policy of the answer it
 * was fetched with, which a static host sends none of; one that is started from a blob inherits the page's
 * Content-Security-Policy (https://w3c.github.io/webappsec-csp/#initialize-global-object-csp). The blob holds nothing
 * but the import of the real module.
 */
import { startWorker } from './startWorker';

/**
 * @param address of the worker's module, as `import address from './a.worker.ts?worker&url'` gives it; absolute or
 *   relative to this module
 */
export function blobWorker(address: string): Worker {
  const module = new URL(address, import.meta.url).href;
  const blob = new Blob([`import ${JSON.stringify(module)};`], { type: 'text/javascript' });
  const blobAddress = URL.createObjectURL(blob);
  const worker = startWorker(() => new Worker(blobAddress, { type: 'module' }));
  // Some browsers read the blob only once the worker has begun: it goes when the worker first speaks or fails.
  const release = () => URL.revokeObjectURL(blobAddress);
  worker.addEventListener('message', release, { once: true });
  worker.addEventListener('error', release, { once: true });
  return worker;
}
