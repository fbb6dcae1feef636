import { isOwnId } from '../../../data/run/catalogue';
import type { AppState } from '../../state/appState';

/** Whether the run is on the visitor's own graph. */
export const isOwn = ({ run }: Pick<AppState, 'run'>): boolean => isOwnId(run.data.id);

/** Names told in a sentence, and how long each may be there. */
const TOLD = 2;
const LONGEST = 16;

/** What a link to the visitor's own graph tells beside its edges and numbers, in few words; null where it is nothing. */
export function namesOfOwn(state: Pick<AppState, 'run' | 'graph'>): string | null {
  const { graph } = state;
  if (!graph || !isOwn(state)) return null;
  const { nodeNames, file } = graph.base;
  const columns = [...(file?.nodeColumns ?? []), ...(file?.edgeColumns ?? [])].map(({ name }) => name);
  const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
  const first = (all: readonly string[]) =>
    all.slice(0, TOLD).map(short).join(', ') + (all.length > TOLD ? ' …' : '');
  const parts = [...(nodeNames ? [first(nodeNames)] : []), ...(columns.length > 0 ? [first(columns)] : [])];
  return parts.length === 0 ? null : parts.join(' · ');
}
