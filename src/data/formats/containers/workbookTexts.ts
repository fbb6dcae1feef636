/** Texts of a workbook, which cells name by their number, and places of cells, as in `AB12`. */
import { checkCell } from '../guards';
import type { ImportLimits } from '../rawGraph';
import { readText } from '../text';
import { eachElement } from '../xml/elements';
import type { Archive } from '../zip';

const TEXTS = 'xl/sharedStrings.xml';
const MAX_LETTERS = 3;

/** The column of `AB12`, the first being 0; null where nothing is said. */
export function placeOf(reference: string | null): number | null {
  const letters = /^[A-Z]+/i.exec(reference ?? '')?.[0].toUpperCase() ?? '';
  if (letters === '' || letters.length > MAX_LETTERS) return null;
  let column = 0;
  for (const letter of letters) column = 26 * column + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** In parts where they are formatted; how they are pronounced is left out. */
export function sharedTexts(book: Archive, limits: ImportLimits): readonly string[] {
  if (!book.names.includes(TEXTS)) return [];
  const file = book.unpack(TEXTS);
  const texts: string[] = [];
  let [text, isInside, isPhonetic] = ['', false, false];
  eachElement(file, readText(file).text, limits, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      isInside = name === 't' && !isPhonetic;
    },
    close: (name) => {
      isInside = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') texts.push(text);
    },
    text: (piece) => {
      if (!isInside) return;
      text += piece;
      checkCell(file.name, text, limits);
    },
  });
  return texts;
}
