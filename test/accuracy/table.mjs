/** The rows of `npm run accuracy` as a Markdown table. */

const percent = ({ mean, deviation }) => `${mean.toFixed(1)} ± ${deviation.toFixed(1)}`;

const COLUMNS = [
  ['model', ({ model }) => model],
  ['data', ({ set }) => set],
  ['recipe', ({ recipe }) => recipe],
  ['rule', ({ rule, ruleOf }) => `${rule} (${ruleOf})`],
  ['test %', ({ reached, rule }) => percent(reached.find((each) => each.rule === rule))],
  ['published', ({ published }) => published?.value ?? 'no published value for this split'],
  ['source', ({ published }) => published?.source ?? '-'],
  ['band', ({ band }) => (band ? `${band[0]} - ${band[1]}` : '-')],
  ['met', ({ isInBand }) => (isInBand === null ? '-' : isInBand ? 'yes' : 'NO')],
];

/** A table whose columns are as wide as their widest cell. */
function markdown(columns, rows) {
  const cells = [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, of]) => of(row)))];
  const widths = columns.map((_, c) => Math.max(...cells.map((line) => line[c].length)));
  const line = (values) => `| ${values.map((value, c) => value.padEnd(widths[c])).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(cells[0]), line(rule), ...cells.slice(1).map(line)].join('\n');
}

export const mainTable = (rows) => markdown(COLUMNS, rows);

/** Every rule beside the others, with the epoch that each one takes on average and the accuracy on validation nodes. */
export function rulesTable(rows) {
  const rules = rows[0].reached.map(({ rule }) => rule);
  const columns = [
    ['model', ({ model }) => model],
    ['data', ({ set }) => set],
    ...rules.map((rule, r) => [
      `${rule}: test (validation) @ epoch`,
      ({ reached }) =>
        `${percent(reached[r])} (${reached[r].validation.toFixed(1)}) @ ${reached[r].epoch.toFixed(0)}`,
    ]),
  ];
  return markdown(columns, rows);
}
