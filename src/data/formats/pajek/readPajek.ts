/**
 * Pajek's networks (`.net`), their partitions (`.clu`) and vectors (`.vec`) beside them, and projects (`.paj`) that hold
 * all of these. Source: Mrvar and Batagelj, Pajek reference manual, section 5.3.
 */
import { fail } from '../../base/errors';
import { checkBytes, checkNodes, endsIn, stemOf } from '../guards';
import { linesOf } from '../lines';
import type { FormatReader, ImportFile, ImportLimits, RawGraph } from '../rawGraph';
import { RawGraphBuilder } from '../rawGraphBuilder';
import { beginningOf, readText } from '../text';
import { PajekWalk } from './pajekWalk';

const ENDINGS = ['.net', '.paj'];
/** They say something of a network's nodes, and come beside it. */
const BESIDE = ['.clu', '.vec'];
const BEGINNING = /^(?:\s*%.*[\r\n])*\s*\*(?:network|vertices)\b/i;

const isNetwork = (file: ImportFile): boolean => !endsIn(file, BESIDE);

function read(files: readonly ImportFile[], limits: ImportLimits): RawGraph {
  checkBytes(files, limits);
  const networks = files.filter(isNetwork);
  const names = files.map(({ name }) => name).join(', ');
  const [network] = networks;
  if (!network || networks.length > 1)
    throw fail(
      names,
      `expected one network (.net) and what belongs to its nodes (.clu, .vec), got ${networks.length} networks`,
      'Drop one of them with its partitions.',
    );
  const builder = new RawGraphBuilder(limits);
  const walk = new PajekWalk(builder, limits);
  for (const file of [network, ...files.filter((each) => each !== network)]) {
    const { text, remarks } = readText(file);
    for (const remark of remarks) builder.remark(remark);
    walk.begin(file, file === network ? null : endsIn(file, ['.clu']) ? 'partition' : 'vector');
    // Old Macintosh files end their lines in \r alone.
    for (const { number, text: line } of linesOf(text.includes('\n') ? text : text.replaceAll('\r', '\n')))
      walk.line(number, line);
  }
  if (!walk.hasNodes)
    throw fail(
      network.name,
      "expected '*Vertices' and the number of nodes, got none",
      'Save it again in Pajek.',
    );
  checkNodes(network.name, builder.numNodes, limits);
  return builder.finish(network.name, {
    format: 'Pajek',
    name: walk.name || stemOf(network),
    directed: null,
  });
}

export const pajekReader: FormatReader = {
  id: 'pajek',
  name: 'Pajek',
  endings: [...ENDINGS, ...BESIDE],
  matches: (files) =>
    files.some((file) => endsIn(file, ENDINGS) || BEGINNING.test(beginningOf(file, 2048))) &&
    files.every((file) => endsIn(file, [...ENDINGS, ...BESIDE]) || BEGINNING.test(beginningOf(file, 2048))),
  read,
};
