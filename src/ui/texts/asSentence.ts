/** What an error says, for a visitor: the console keeps `area: expected what, got what. Next step.` */

const CODE_FORM =
  /^(?<area>[^:]+): expected (?<wanted>.+?), (?<verb>got|found) (?<found>.+?)(?<rest>[.;](?: .*)?)$/s;

/** Of settings: `learning rate: expected a number from 0 to 1, got 7; it was left out.` */
const isOfSetting = (wanted: string, rest: string): boolean =>
  rest.startsWith(';') || wanted.startsWith('one of ');

/** `'x' does not fit seed, which takes a whole number.` or `This needs two runs on one graph, but got ...`; other text as it is. */
export function asSentence(message: string): string {
  const { area = '', wanted = '', verb, found, rest = '' } = CODE_FORM.exec(message)?.groups ?? {};
  if (area === '') return message;
  return isOfSetting(wanted, rest)
    ? `${found} does not fit ${area}, which takes ${wanted}${rest}`
    : `This needs ${wanted}, but ${verb} ${found}${rest}`;
}
