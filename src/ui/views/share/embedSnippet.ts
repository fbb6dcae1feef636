/** The HTML that puts a link into a frame of another page. */
import { escapeXml } from '../../../data/formats/xmlText';

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels. Smaller ones leave no room for two pictures. */
export const LEAST_FRAME: FrameSize = { width: 320, height: 240 };
export const MOST_FRAME: FrameSize = { width: 2400, height: 1600 };
export const USUAL_FRAME: FrameSize = { width: 600, height: 400 };

/** @param title what a screen reader says of the frame; any text, as the link is */
export const embedSnippet = (link: string, title: string, { width, height }: FrameSize): string =>
  `<iframe src="${escapeXml(link)}" title="${escapeXml(title)}" width="${width}" height="${height}" ` +
  'loading="lazy" style="border: 0"></iframe>';
