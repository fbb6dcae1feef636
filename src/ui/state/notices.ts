/** Sentences for the visitor that stay until they are dismissed; the same sentence stands only once. */
import type { Notice } from './appState';
import type { Producer } from './store';

export const noticeAdded =
  (tone: Notice['tone'], text: string): Producer =>
  (state) => {
    if (state.notices.some((notice) => notice.text === text)) return state;
    const id = 1 + Math.max(0, ...state.notices.map((notice) => notice.id));
    return { ...state, notices: [...state.notices, { id, tone, text }] };
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
    const text = problems.join(' ');
    return noticeAdded('warning', text.startsWith(LINK) ? text : `${ADDRESS} ${text}`)(others);
  };

export const noticeDismissed =
  (id: number): Producer =>
  (state) => ({ ...state, notices: state.notices.filter((notice) => notice.id !== id) });
