/** GraphML, as NetworkX, Gephi, igraph and yEd write it. http://graphml.graphdrawing.org */
import { fail } from '../../base/errors';
import { checkBytes, endsIn, stemOf } from '../guards';
import type { FormatReader, ImportFile, ImportLimits, RawGraph } from '../rawGraph';
import { RawGraphBuilder } from '../rawGraphBuilder';
import { beginningOf, readText } from '../text';
import { eachElement } from '../xml/elements';
import { GraphmlWalk } from './graphmlWalk';

const ENDINGS = ['.graphml'];

/** Gephi writes how every node was drawn as if it were known of the node. */
const DRAWN = ['r', 'g', 'b', 'size'];

function withoutDrawing(raw: RawGraph): RawGraph {
  const isGephi =
    raw.positions !== null && DRAWN.every((name) => raw.nodeColumns.some((c) => c.name === name));
  if (!isGephi) return raw;
  return {
    ...raw,
    nodeColumns: raw.nodeColumns.filter(({ name }) => !DRAWN.includes(name)),
    remarks: [...raw.remarks, `How Gephi drew the nodes (${DRAWN.join(', ')}) was left out.`],
  };
}

function read(files: readonly ImportFile[], limits: ImportLimits): RawGraph {
  checkBytes(files, limits);
  const [file] = files;
  const { text, remarks } = readText(file);
  const builder = new RawGraphBuilder(limits);
  for (const remark of remarks) builder.remark(remark);
  const walk = new GraphmlWalk(file, builder, limits);
  eachElement(file, text, limits, walk);
  if (!walk.hasGraph) {
    throw fail(
      file.name,
      'expected <graphml> with a <graph> in it, got neither',
      'Export it again, as GraphML.',
    );
  }
  return withoutDrawing(
    builder.finish(file.name, {
      format: 'GraphML',
      name: walk.name || stemOf(file),
      directed: walk.directed,
      places: ['x', 'y'],
    }),
  );
}

export const graphmlReader: FormatReader = {
  id: 'graphml',
  name: 'GraphML',
  endings: ENDINGS,
  matches: (files) =>
    files.length === 1 && (endsIn(files[0], ENDINGS) || /<graphml[\s>]/.test(beginningOf(files[0]))),
  read,
};
