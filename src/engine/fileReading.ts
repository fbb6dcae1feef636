/** What the worker side says of a file that cannot be read, whatever the machine threw. */
import { fail, messageOf, PlaygroundError } from '../data/base/errors';

/** @throws PlaygroundError that names the file, for a folder, a file that has gone since, or one that may not be read */
export async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw fail(
      file.name,
      `expected a file that can be read, got '${messageOf(error)}'`,
      'Choose it once more.',
    );
  }
}

/** What the machine says of its own limits, as a sentence. @param what is read */
export function explained(error: unknown, what: string): Error {
  if (error instanceof PlaygroundError) return error;
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return fail(what, 'expected a shallower file, got one nested too deeply to be read');
  if (error instanceof RangeError)
    return fail(
      what,
      `expected what this tab has memory for, got '${error.message}'`,
      'Take a part of the graph first, for instance in Gephi or NetworkX.',
    );
  return fail(what, `expected to read it, got '${messageOf(error)}'`, 'The file may be damaged.');
}
