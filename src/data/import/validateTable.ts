/** How rows of a file are to be read, from the page or the console: checked before the file is. */
import { NODE_JOINS, READINGS, type TableAnswers } from '../formats/rawGraph';
import { booleanAt, fieldsOf, oneOf } from '../run/checks';
import { fail } from '../base/errors';

const AREA = 'answers.table';

function nameIn(area: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw fail(area, `expected the name of a column, got ${JSON.stringify(value) ?? 'nothing'}`);
}

/** @throws PlaygroundError that names the answer; whether it fits the file is told by its reader */
export function validateTable(value: unknown): Partial<TableAnswers> {
  const fields = fieldsOf(AREA, value, ['reading', 'header', 'source', 'target', 'nodes']);
  const { reading, header, source, target, nodes } = fields;
  return {
    ...(reading === undefined ? {} : { reading: oneOf(`${AREA}.reading`, reading, READINGS) }),
    ...(header === undefined ? {} : { header: booleanAt(`${AREA}.header`, header) }),
    ...(source === undefined ? {} : { source: nameIn(`${AREA}.source`, source) }),
    ...(target === undefined ? {} : { target: nameIn(`${AREA}.target`, target) }),
    ...(nodes === undefined ? {} : { nodes: oneOf(`${AREA}.nodes`, nodes, NODE_JOINS) }),
  };
}
