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

/** What is wrong with the address, in one notice that takes the place of an older one. */
export const addressTold =
  (problems: readonly string[]): Producer =>
  (state) => {
    const others = { ...state, notices: state.notices.filter(({ text }) => !text.startsWith(ADDRESS)) };
    return problems.length === 0
      ? others
      : noticeAdded('warning', `${ADDRESS} ${problems.join(' ')}`)(others);
  };

const ADDRESS = 'In the address:';

export const noticeDismissed =
  (id: number): Producer =>
  (state) => ({ ...state, notices: state.notices.filter((notice) => notice.id !== id) });
