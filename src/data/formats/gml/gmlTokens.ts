/** The words of a GML file: keys, numbers, texts in quotation marks, brackets. Comments begin with `#`. */
import { fail, type PlaygroundError } from '../../base/errors';
import { at, checkCell, quoted } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';

export type GmlToken =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: '[' }
  | { readonly kind: ']' }
  | { readonly kind: 'end' };

const BLANKS = /\s*/y;
const COMMENT = /#[^\n\r]*/y;
const WORD = /[^\s[\]"#]+/y;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(quot|amp|lt|gt|apos));/g;
const NAMED: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };
const MAX_CODE = 0x10ffff;

/** GML is ASCII by its definition: all else is written as in HTML. */
const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return NAMED[name] ?? whole;
        const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
        return code <= MAX_CODE ? String.fromCodePoint(code) : whole;
      })
    : text;

export class GmlTokens {
  private place = 0;
  /** Where the last token began. */
  private start = 0;
  private readonly file: ImportFile;
  private readonly text: string;
  private readonly limits: ImportLimits;

  constructor(file: ImportFile, text: string, limits: ImportLimits) {
    this.file = file;
    this.text = text;
    this.limits = limits;
  }

  /** @throws PlaygroundError at a quotation mark that is never closed, and at a text over the limit */
  next(): GmlToken {
    const { text } = this;
    this.start = this.afterComments();
    this.place = this.start + 1;
    const first = text[this.start];
    if (first === undefined) return { kind: 'end' };
    if (first === '[') return { kind: '[' };
    if (first === ']') return { kind: ']' };
    if (first === '"') return this.quotedText();
    WORD.lastIndex = this.start;
    WORD.test(text);
    this.place = WORD.lastIndex;
    return { kind: 'word', text: text.slice(this.start, this.place) };
  }

  /** Where the next token begins. One by one: a repetition of both would keep a way back for each. */
  private afterComments(): number {
    let { place } = this;
    for (;;) {
      BLANKS.lastIndex = place;
      BLANKS.test(this.text);
      COMMENT.lastIndex = BLANKS.lastIndex;
      if (!COMMENT.test(this.text)) return BLANKS.lastIndex;
      place = COMMENT.lastIndex;
    }
  }

  private quotedText(): GmlToken {
    const close = this.text.indexOf('"', this.place);
    if (close < 0)
      throw this.wrong(
        `expected the quotation mark that is opened here to be closed, got the end of the file after ${quoted(this.text.slice(this.start, this.start + 60))}`,
        'The file may be cut off.',
      );
    const inside = this.text.slice(this.place, close);
    if (inside.length > this.limits.cell) checkCell(this.area(), inside, this.limits);
    this.place = close + 1;
    return { kind: 'text', text: withoutEntities(inside) };
  }

  /** File and line of the last token. */
  area(): string {
    let line = 1;
    for (let i = this.text.indexOf('\n'); i >= 0 && i < this.start; i = this.text.indexOf('\n', i + 1))
      line++;
    return at(this.file, line);
  }

  wrong(what: string, next: string): PlaygroundError {
    return fail(this.area(), what, next);
  }
}
