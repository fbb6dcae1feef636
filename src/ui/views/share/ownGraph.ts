import { isOwnId } from '../../../data/spec/catalogue';
import type { AppState } from '../../state/appState';

/** Whether the run is on the visitor's own graph. */
export const isOwn = ({ run }: Pick<AppState, 'run'>): boolean => isOwnId(run.data.id);
