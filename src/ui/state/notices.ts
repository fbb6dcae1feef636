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

export const noticeDismissed =
  (id: number): Producer =>
  (state) => ({ ...state, notices: state.notices.filter((notice) => notice.id !== id) });
