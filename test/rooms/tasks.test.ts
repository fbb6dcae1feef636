/** Nothing but a task's own files and the two lists knows which tasks there are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { TASKS } from '../../src/data/run/tasks/list';

const SRC = resolve(import.meta.dirname, '../../src');

const outside = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !name.split('/').includes('tasks'));

it.each(TASKS.map(({ id }) => id))('no file outside the folders of tasks names %s', (id) => {
  // By its id, or as the constant of its descriptor: NODE_CLASSIFICATION.
  const constant = id.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  const naming = outside.filter((name) => {
    const text = readFileSync(join(SRC, name), 'utf8');
    return text.includes(id) || text.includes(constant);
  });
  expect(naming).toEqual([]);
});
