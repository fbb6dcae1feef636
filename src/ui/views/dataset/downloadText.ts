import type { DatasetDescriptor } from '../../../data/run/datasets';

/** "Download Cora, 572 KB, from kimiyoung/planetoid"; null for a set that is not downloaded. */
export function downloadText({ name, download, source }: DatasetDescriptor): string | null {
  if (!download) return null;
  const bytes = download.files.reduce((sum, file) => sum + file.bytes, 0);
  const size = bytes < 1e6 ? `${Math.round(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return `Download ${name}, ${size}, from ${source.name}`;
}

/** What is said before anybody else was asked for the files of a set. */
export const notAskedText = ({ name, source }: DatasetDescriptor): string =>
  `This host has no files of ${name}, and nothing is fetched from ${source.name} unasked.`;
