/** Mounts the app, nothing else. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './ui/app/App';
import { startPlayground } from './ui/app/start';
import { ActionsProvider } from './ui/state/actions';
import { StoreProvider } from './ui/state/hooks';

const { store, actions } = startPlayground();

// The development server has no service worker.
if (import.meta.env.PROD)
  window.addEventListener(
    'load',
    () => void import('./ui/app/offline').then(({ workOffline }) => workOffline(store)),
  );

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <StoreProvider value={store}>
      <ActionsProvider value={actions}>
        <App />
      </ActionsProvider>
    </StoreProvider>
  </StrictMode>,
);
