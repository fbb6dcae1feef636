/** Draws as SVG text. Whatever comes from a graph is escaped: names are any text. */
import { FONT, HALO, type Pen } from './pen';
import { escapeXml } from '../../../data/formats/xmlText';

/** Hundredths of a pixel are enough for any print, and keep files of large graphs small. */
const short = (value: number): string => String(Math.round(value * 100) / 100);

export interface SvgPen extends Pen {
  begin(size: { readonly width: number; readonly height: number }, title: string): void;
  end(): void;
  /** What has been written since it was asked last. */
  take(): string;
}

export function createSvgPen(): SvgPen {
  const parts: string[] = [];
  let clips = 0;
  const put = (tag: string, attributes: Readonly<Record<string, string | number | undefined>>): string =>
    `<${tag}${Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ` ${name}="${typeof value === 'number' ? short(value) : escapeXml(value!)}"`)
      .join('')}`;
  return {
    rect: ({ x, y, width, height }, fill) =>
      void parts.push(`${put('rect', { x, y, width, height, fill })}/>`),
    lines: (ends, stroke, width, dash) => {
      let path = '';
      for (let i = 0; i < ends.length; i += 4)
        path += `M${short(ends[i]!)} ${short(ends[i + 1]!)}L${short(ends[i + 2]!)} ${short(ends[i + 3]!)}`;
      if (path)
        parts.push(
          `${put('path', { d: path, stroke, 'stroke-width': width, 'stroke-dasharray': dash?.join(' ') })}/>`,
        );
    },
    polygon: (corners, fill) =>
      void parts.push(`${put('polygon', { points: corners.map(short).join(' '), fill })}/>`),
    disc: (cx, cy, r, fill) => void parts.push(`${put('circle', { cx, cy, r: Math.max(0, r), fill })}/>`),
    text: (x, y, text, { size, colour, weight, anchor, halo }) =>
      void parts.push(
        `${put('text', {
          x,
          // As readers do not agree on baselines, the text is moved by about half the height of its small letters.
          y: y + 0.35 * size,
          fill: colour,
          'font-size': size,
          'font-weight': weight,
          'text-anchor': anchor === 'start' ? undefined : anchor,
          stroke: halo,
          'stroke-width': halo && 2 * HALO,
          'paint-order': halo && 'stroke',
        })}>${escapeXml(text)}</text>`,
      ),
    *within({ x, y, width, height }, draw) {
      const id = `clip-${++clips}`;
      parts.push(`<clipPath id="${id}">${put('rect', { x, y, width, height })}/></clipPath>`);
      parts.push(`<g clip-path="url(#${id})">`);
      yield* draw();
      parts.push('</g>');
    },
    named: (name, draw) => {
      parts.push(`<g><title>${escapeXml(name)}</title>`);
      draw();
      parts.push('</g>');
    },
    begin: ({ width, height }, title) =>
      void parts.push(
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(FONT)}">`,
        `<title>${escapeXml(title)}</title>`,
      ),
    end: () => void parts.push('</svg>'),
    take: () =>
      parts
        .splice(0)
        .map((part) => `${part}\n`)
        .join(''),
  };
}
