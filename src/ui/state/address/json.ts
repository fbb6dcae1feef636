/** JSON from outside: bounded in depth, so that nothing that walks it later runs out of stack. */
import { fail } from '../../../data/base/errors';

/** A timeline's edits are lists in lists in objects; nothing in a scene goes deeper than this. */
const MAX_DEPTH = 16;

/** @throws PlaygroundError where the text is no JSON or nested deeper than a scene is */
export function readJson(text: string, area: string): unknown {
  if (depthOf(text) > MAX_DEPTH) throw fail(area, `expected JSON of at most ${MAX_DEPTH} levels, got more`);
  try {
    return JSON.parse(text);
  } catch {
    throw fail(area, `expected JSON, got '${text.slice(0, 40)}'`);
  }
}

function depthOf(text: string): number {
  let [depth, deepest, isString] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (isString && c === '\\') at++;
    else if (c === '"') isString = !isString;
    else if (isString) continue;
    else if (c === '[' || c === '{') deepest = Math.max(deepest, ++depth);
    else if (c === ']' || c === '}') depth--;
  }
  return deepest;
}
