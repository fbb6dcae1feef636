/** Mounts the app, nothing else. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './ui/app/App';
import { startPlayground } from './ui/app/start';
import { ActionsProvider } from './ui/state/actions';
import { StoreProvider } from './ui/state/hooks';

const { store, actions } = startPlayground();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <StoreProvider value={store}>
      <ActionsProvider value={actions}>
        <App />
      </ActionsProvider>
    </StoreProvider>
  </StrictMode>,
);
