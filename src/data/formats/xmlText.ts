/** Text as it may stand in XML or HTML, between tags or within double quotes. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets): halves of surrogate pairs too. */
const isWritable = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x1_0000;

const mapped = (text: string, replace: (character: string) => string): string =>
  Array.from(text, (character) =>
    isWritable(character.codePointAt(0) ?? 0) ? replace(character) : '\ufffd',
  ).join('');

/** With U+FFFD in the place of what XML cannot hold: for writers that escape by themselves. */
export const writableXml = (text: string): string => mapped(text, (character) => character);

/** The same, escaped. */
export const escapeXml = (text: string): string =>
  mapped(text, (character) => ENTITIES[character] ?? character);
