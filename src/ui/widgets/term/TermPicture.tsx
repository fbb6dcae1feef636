import { createElement, type ReactNode } from 'react';
import type { TermId } from '../../texts/terms';
import { GRAPH_PICTURES } from './graphPictures';
import { MODEL_PICTURES } from './modelPictures';
import { RESULT_PICTURES } from './resultPictures';
import styles from './Term.module.css';

export const TERM_PICTURES: Readonly<Record<TermId, () => readonly ReactNode[]>> = {
  ...GRAPH_PICTURES,
  ...MODEL_PICTURES,
  ...RESULT_PICTURES,
};

/** The sentence beside it says the same in words. */
export const TermPicture = ({ id }: { readonly id: TermId }) =>
  createElement(
    'svg',
    { className: styles.picture, viewBox: '0 0 96 56', width: 96, height: 56, 'aria-hidden': true },
    ...TERM_PICTURES[id](),
  );
