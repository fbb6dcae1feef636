/**
 * Zachary's karate club: 34 members, 78 undirected edges, identity features, two ways of labelling its members.
 *
 * Edges and factions are those of graphology-generators. Source: Zachary, Journal of Anthropological Research 33,
 * 1977; four communities: Kipf and Welling, ICLR 2017, appendix A, with the labels that PyTorch Geometric ships
 * (torch_geometric/datasets/karate.py).
 */
import { UndirectedGraph } from 'graphology';
import karateClub from 'graphology-generators/social/karate-club';
import { fail } from '../base/errors';
import { buildEdgeIndex } from '../graph/edgeIndex';
import type { GraphData, Labelling } from '../graph/graphData';

const INSTRUCTOR = 0;
const PRESIDENT = 33;

/** graphology names the factions after their heads, as Zachary's data does: the instructor first. */
const FACTIONS = ['Mr. Hi', 'Officer'];

/** Communities of highest modularity, by node. */
const MODULARITY = [
  1, 1, 1, 1, 3, 3, 3, 1, 0, 1, 3, 1, 1, 1, 0, 0, 3, 1, 0, 1, 0, 1, 0, 0, 2, 2, 0, 0, 2, 0, 0, 2, 0, 0,
];

type Club = ReturnType<typeof karateClub>;

const LABELLINGS: Readonly<Record<string, (club: Club) => Labelling>> = {
  factions: (club) => ({
    id: 'factions',
    name: 'two factions',
    classNames: FACTIONS,
    y: Int32Array.from(club.nodes(), (node) => FACTIONS.indexOf(club.getNodeAttribute(node, 'club'))),
    split: { train: Int32Array.of(INSTRUCTOR, PRESIDENT), val: null, test: null },
  }),
  modularity: () => ({
    id: 'modularity',
    name: 'four communities',
    classNames: ['community 0', 'community 1', 'community 2', 'community 3'],
    y: Int32Array.from(MODULARITY),
    // The first member of each community.
    split: { train: Int32Array.of(0, 4, 8, 24), val: null, test: null },
  }),
};

const nodeName = (node: number): string => {
  if (node === INSTRUCTOR) return `${node} · instructor`;
  return node === PRESIDENT ? `${node} · president` : `${node}`;
};

/** `labelling`: factions (also for null) or modularity. */
export function karate(labelling: string | null): GraphData {
  const club = karateClub(UndirectedGraph);
  const label = LABELLINGS[labelling ?? 'factions'];
  if (!label)
    throw fail(
      'karate',
      `expected a labelling out of ${Object.keys(LABELLINGS).join(', ')}, got '${labelling}'`,
    );
  return {
    name: 'Karate Club',
    numNodes: club.order,
    edgeIndex: buildEdgeIndex(
      club.order,
      club.mapEdges((_edge, _attributes, source) => Number(source)),
      club.mapEdges((_edge, _attributes, _source, target) => Number(target)),
    ),
    edgeWeight: null,
    features: { kind: 'identity', numCols: club.order },
    labelling: label(club),
    nodeNames: club.nodes().map((node) => nodeName(Number(node))),
    positions: null,
  };
}
