/**
 * XML element by element, without a document in memory: graphology's parsers build one (460 MB for a GEXF of 100,000
 * edges, where this needs none) and know no lines. Nothing outside the file is ever read, and no entities but
 * XML's own five are known.
 */
import sax from 'sax';
import { fail } from '../../base/errors';
import { at, quoted } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';

/** Of text; the parser would have objects here if it were asked to know namespaces. */
type XmlAttributes = Readonly<Record<string, unknown>>;

export class XmlElement {
  /** Without the prefix of its namespace. */
  readonly name: string;
  readonly line: number;
  private readonly attributes: XmlAttributes;

  constructor(tag: string, attributes: XmlAttributes, line: number) {
    this.name = localName(tag);
    this.attributes = attributes;
    this.line = line;
  }

  get(attribute: string): string | null {
    const value = Object.hasOwn(this.attributes, attribute) ? this.attributes[attribute] : null;
    return typeof value === 'string' ? value : null;
  }
}

const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1);

export interface XmlHandler {
  readonly open: (element: XmlElement) => void;
  readonly close: (name: string) => void;
  /** In pieces; not between the elements of an indented file, which is blanks. */
  readonly text: (text: string) => void;
}

const CHUNK_LENGTH = 2 ** 16;

/**
 * Walks through a file.
 *
 * @throws PlaygroundError that names the line: no XML, cut off, elements too deep, cells too long, entities declared
 */
export function eachElement(file: ImportFile, text: string, limits: ImportLimits, handler: XmlHandler): void {
  // Longest attribute, comment or name; texts come in pieces and are checked by those who put them together.
  Object.assign(sax, { MAX_BUFFER_LENGTH: limits.cell });
  // Strict: no lower-casing of names, and every fault is an error.
  const parser = sax.parser(true, { position: true });
  let depth = 0;
  const here = (): string => at(file, parser.line + 1);
  const handlers: Partial<sax.SAXParser> = {
    onerror: ({ message }) => {
      const [what] = message.split('\n');
      const isLong = what.startsWith('Max buffer');
      throw fail(
        here(),
        isLong
          ? `expected cells of at most ${limits.cell.toLocaleString('en-GB')} characters, got more`
          : `expected XML, got '${what.toLowerCase()}'`,
        isLong ? '' : 'The file may be cut off or edited by hand.',
      );
    },
    ondoctype: (doctype) => {
      if (!/<!\s*ENTITY/i.test(doctype)) return;
      throw fail(
        here(),
        `expected a graph, got declarations of entities: ${quoted(doctype.trim())}`,
        'Take the DOCTYPE out of the file: graphs need none.',
      );
    },
    onopentag: ({ name, attributes }) => {
      if (++depth > limits.depth) {
        throw fail(here(), `expected at most ${limits.depth} elements inside each other, got more`);
      }
      handler.open(new XmlElement(name, attributes, parser.line + 1));
    },
    onclosetag: (name) => {
      depth--;
      handler.close(localName(name));
    },
    ontext: handler.text,
    oncdata: handler.text,
  };
  Object.assign(parser, handlers);
  for (let from = 0; from < text.length; from += CHUNK_LENGTH) {
    parser.write(text.slice(from, from + CHUNK_LENGTH));
  }
  parser.close();
}
