/** Sentences on what does not fit, in the words of whoever wrote the address: by its keys, and with the text found there. */
import { shown } from '../../../data/run/checks';
import { READABLE_KEYS } from './readableKeys';

/** What the checks call a place. */
function areaOf(place: string): string {
  if (place.startsWith('training.') || place === 'seed' || place === 'edits') return `run.${place}`;
  if (place === 'layers' || place === 'method') return `run.model.${place}`;
  return place;
}

/** What stands behind the key's own area, `[2].width`: `, number 3, width`. */
const insideText = (rest: string): string =>
  rest
    .replace(/\[(\d+)\]/g, (_, index) => `, number ${Number(index) + 1}`)
    .replace(/\.(?=\w)/g, ', ')
    .slice(0, 80);

/**
 * `run.training.learningRate: expected a number ..., got NaN; it was left out.` as
 * `lr: expected a number ..., got 'abc'; it was left out.`
 */
export function asWritten(told: string, keys: URLSearchParams): string {
  const problem = told.replace(/^datasets: /, 'data: ');
  const end = problem.indexOf(': ');
  const [area, rest] = [problem.slice(0, end), problem.slice(end)];
  const isOf = (own: string) => area === own || area.startsWith(`${own}.`) || area.startsWith(`${own}[`);
  const found = READABLE_KEYS.find(({ key, place }) => keys.has(key) && isOf(areaOf(place)));
  if (!found) return problem;
  const own = areaOf(found.place);
  const said = rest.replace(/, got (NaN|undefined)(?=[.;]|$)/, `, got ${shown(keys.get(found.key))}`);
  return `${found.key}${insideText(area.slice(own.length))}${said}`;
}
