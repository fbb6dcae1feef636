/** A file, a text or an address on its way to becoming the graph; the shown one stays until the new one is good. */
import type { Estimate, ImportAnswers, Preview } from '../../data/import/answers';

export type ImportState =
  /** An address that came with a link or a paste: it is not asked for before somebody says so. */
  | {
      readonly kind: 'asking';
      readonly what: string;
      readonly host: string;
      /** The host was asked, and passes on to an address that the browser does not tell before it is asked as well. */
      readonly passesOn?: true;
    }
  /** A link that holds so large a graph that it is not unpacked before somebody says so. */
  | { readonly kind: 'large'; readonly what: string; readonly nodes: number }
  | { readonly kind: 'reading'; readonly what: string; readonly sentence: string }
  | {
      readonly kind: 'preview';
      readonly what: string;
      readonly preview: Preview;
      readonly answers: ImportAnswers;
      /** null while it is worked out for the present answers. */
      readonly estimate: Estimate | null;
      /** What does not fit in the present answers. */
      readonly problem: string | null;
      /** The file is read anew, its rows taken otherwise: what is shown is how they were taken before. */
      readonly isRereading: boolean;
    }
  | { readonly kind: 'building'; readonly what: string; readonly sentence: string }
  | { readonly kind: 'failed'; readonly what: string; readonly message: string };
