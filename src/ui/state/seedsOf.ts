/** Whether several seeds say something about a run. */
import { canonical, type RunSpec } from '../../data/run/runSpec';
import type { SeedRun } from '../../data/run/records';
import type { AppState } from './appState';

/** Equal for runs that differ in nothing but the seed and how long they train. */
export const settingsOf = (run: RunSpec): string =>
  canonical({ ...run, seed: 0, training: { ...run.training, epochs: 0 } });

const NONE: readonly SeedRun[] = [];

/** The seeds trained with the very settings of the open run; none where those are others. */
export const seedsOfRun = ({ seeds, run }: Pick<AppState, 'seeds' | 'run'>): readonly SeedRun[] =>
  seeds && seeds.done.length > 1 && settingsOf(seeds.run) === settingsOf(run) ? seeds.done : NONE;
