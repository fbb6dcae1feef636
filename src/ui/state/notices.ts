/** Sentences for the visitor: they stay until they are dismissed or their cause has gone; the same stands only once. */
import { asSentence } from '../texts/asSentence';
import type { AppState, Notice } from './appState';
import type { Producer } from './store';

export const noticeAdded =
  (tone: Notice['tone'], message: string, about: Notice['about'] = 'page'): Producer =>
  (state) => {
    const text = asSentence(message);
    if (state.notices.some((notice) => notice.text === text)) return state;
    const id = 1 + Math.max(0, ...state.notices.map((notice) => notice.id));
    return { ...state, notices: [...state.notices, { id, tone, text, about }] };
  };

/** What notices can be about that was there `before` and is no more. */
function goneSince(before: AppState, now: AppState): readonly Notice['about'][] {
  const [was, is] = [before.training.phase, now.training.phase];
  const isAnew =
    was !== is && (is === 'opening' || (is === 'playing' && (was === 'done' || was === 'diverged')));
  const isOther =
    before.data.descriptor.id !== now.data.descriptor.id || (!before.importing && now.importing);
  const isFree = before.view.locked.length > 0 && now.view.locked.length === 0;
  return [
    ...(isAnew || isOther ? (['run'] as const) : []),
    ...(isOther ? (['graph'] as const) : []),
    ...(isFree ? (['locks'] as const) : []),
  ];
}

/** Takes away what nothing is the matter with any more. */
export const noticesAfter =
  (before: AppState): Producer =>
  (state) => {
    if (state.notices.length === 0) return state;
    const gone = goneSince(before, state);
    const notices = state.notices.filter(
      (notice) => !gone.includes(notice.about) || !before.notices.includes(notice),
    );
    return notices.length === state.notices.length ? state : { ...state, notices };
  };

const ADDRESS = 'In the address:';
const LINK = 'This link';

/** Sentences on a link that could not be read at all. */
export const DAMAGED = `${LINK} is damaged or was cut short, so the page opened with Karate Club. Ask for it again.`;
export const LATER = `${LINK} was made by a later version of this page, so the page opened with Karate Club. Reload the page to update it, then open the link again.`;
export const TOO_LONG = `${LINK} is longer than any that this page makes, so the page opened with Karate Club. Ask for it again, or for a scene file.`;

/** What is wrong with the address, in one notice that takes the place of an older one. */
export const addressTold =
  (problems: readonly string[]): Producer =>
  (state) => {
    const isOlder = (text: string) => text.startsWith(ADDRESS) || text.startsWith(LINK);
    const others = { ...state, notices: state.notices.filter(({ text }) => !isOlder(text)) };
    if (problems.length === 0) return others;
    const text = problems.map(asSentence).join(' ');
    return noticeAdded('warning', text.startsWith(LINK) ? text : `${ADDRESS} ${text}`)(others);
  };

export const noticeDismissed =
  (id: number): Producer =>
  (state) => ({ ...state, notices: state.notices.filter((notice) => notice.id !== id) });
