/** Files as they come, packed or not, to files that readers know: gzip, zip archives and workbooks are opened. */
import { fail } from '../../base/errors';
import { checkBytes, endsIn } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';
import { openZip } from '../zip';
import { isZip } from '../zipDirectory';
import { entriesOf, isOneSet, type Entries } from './archive';
import { gunzip, isGzip } from './gzip';
import { isWorkbook, sheetsOf } from './workbook';

/** A gzip in a zip archive is common, a zip archive in one is somebody's trap. */
const MAX_DEPTH = 2;

function opened(file: ImportFile, limits: ImportLimits, depth: number): Entries {
  if (depth > MAX_DEPTH)
    throw fail(
      file.name,
      'expected a file, packed once or twice, got one packed more often',
      'Unpack it yourself and take the files that matter.',
    );
  const inside = (found: Entries): Entries => unwrap(found, limits, depth + 1);
  if (isGzip(file)) return inside({ files: [gunzip(file, limits)], remarks: [] });
  // An .npz is a zip archive as well, and a reader's own.
  if (!isZip(file) || endsIn(file, ['.npz'])) return { files: [file], remarks: [] };
  const { names } = openZip(file, limits);
  if (isWorkbook(names)) return sheetsOf(file, limits);
  return isOneSet(names) ? { files: [file], remarks: [] } : inside(entriesOf(file, names, limits));
}

function unwrap({ files, remarks }: Entries, limits: ImportLimits, depth: number): Entries {
  const all: ImportFile[] = [];
  const said = [...remarks];
  for (const file of files) {
    const found = opened(file, limits, depth);
    all.push(...found.files);
    said.push(...found.remarks);
    // After each, so that a thousand packed files in one archive are not all unpacked first.
    checkBytes(all, limits);
  }
  return { files: all, remarks: said };
}

/**
 * What is in these files, with sentences on what was left out.
 *
 * @throws PlaygroundError that names the file: damaged, more than the limits allow, another program's, no graph in it
 */
export const unwrapped = (files: readonly ImportFile[], limits: ImportLimits): Entries =>
  unwrap({ files, remarks: [] }, limits, 0);
