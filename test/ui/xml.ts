/** Reads XML strictly, by another program than the one that wrote it. */
import sax from 'sax';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text directly in it. */
  text: string;
}

/** Every element in the order of their beginnings; throws where the text is not well-formed. */
export function elementsOf(xml: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = sax.parser(true);
  const handlers: Partial<sax.SAXParser> = {
    onopentag: ({ name, attributes }) => {
      const values = Object.entries(attributes).map(
        ([key, value]) => [key, typeof value === 'string' ? value : value.value] as const,
      );
      const element: XmlElement = { name, attributes: Object.fromEntries(values), text: '' };
      found.push(element);
      open.push(element);
    },
    onclosetag: () => void open.pop(),
    ontext: (text) => {
      const inside = open.at(-1);
      if (inside) inside.text += text;
    },
    onerror: (error) => {
      throw error;
    },
  };
  Object.assign(parser, handlers);
  parser.write(xml).close();
  return found;
}
