import { useMemo } from 'react';
import type { SeedRun } from '../../data/run/records';
import { useAppState } from '../state/hooks';
import { seedsOfRun } from '../state/seedsOf';

/** The seeds that are drawn behind the run, and what their band is called. */
export function useSeeds(): { readonly seeds: readonly SeedRun[]; readonly note: string | undefined } {
  const all = useAppState((state) => state.seeds);
  const run = useAppState((state) => state.run);
  const seeds = useMemo(() => seedsOfRun({ seeds: all, run }), [all, run]);
  return { seeds, note: seeds.length > 1 ? `${seeds.length} seeds, mean ± deviation` : undefined };
}
