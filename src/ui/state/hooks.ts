/** The one place where React meets the store. */
import { createContext, use } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { AppState } from './appState';

const StoreContext = createContext<StoreApi<AppState> | null>(null);
export const StoreProvider = StoreContext.Provider;

/** The store itself: for canvas controllers, which subscribe without rendering. */
export function useAppStore(): StoreApi<AppState> {
  const store = use(StoreContext);
  if (!store) throw new Error('ui/state: expected a StoreProvider above this component, found none.');
  return store;
}

/** A slice of the state; select values that are equal by reference while nothing changed. */
export const useAppState = <T>(select: (state: AppState) => T): T => useStore(useAppStore(), select);
