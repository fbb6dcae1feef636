/** Which files of a zip archive are the graph: archives of data sets hold descriptions, licences and pictures as well. */
import { fail } from '../../base/errors';
import { endsIn, quoted } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';
import { openZip } from '../zip';

/** What other programs pack into a zip archive, by the entries that tell it. */
const OTHERS: readonly { readonly what: string; readonly mark: RegExp; readonly next: string }[] = [
  {
    what: 'a project of Gephi',
    mark: /^Project_xml$|^Project\//,
    next: 'Open it in Gephi, and export the graph as GEXF.',
  },
  {
    what: 'a spreadsheet of LibreOffice (.ods)',
    mark: /^content\.xml$/,
    next: 'Save it as .xlsx or CSV.',
  },
  {
    what: 'a file of PyTorch',
    mark: /(?:^|\/)data\.pkl$/,
    next: "Its code would have to be run. In Python: numpy.savez('graph.npz', x=data.x, y=data.y, edge_index=data.edge_index).",
  },
  {
    what: 'a session of Cytoscape',
    mark: /\/cysession\.xml$|\/session\.cysession$/,
    next: 'Export the network from Cytoscape as .cyjs.',
  },
];
/** They come beside data and hold none. */
const BESIDE =
  /(?:^|\/)(?:__MACOSX\/|\.|readme|licen[cs]e|copying|citation|changelog)|\.(?:md|pdf|png|jpe?g|gif|svg|html?|py|r|m|bib|tex|docx?|sh|ipynb)$/i;
/** A whole graph in one file. */
const WHOLE = [
  '.gexf',
  '.graphml',
  '.gml',
  '.net',
  '.paj',
  '.gdf',
  '.cyjs',
  '.json',
  '.mtx',
  '.npz',
  '.xlsx',
];
/** A part of a graph: what belongs together is in several. */
const PLANETOID = /(?:^|\/)ind\.[^/]+\.(?:x|tx|allx|y|ty|ally|graph|test\.index)$/;
const TU_EDGES = /_A\.txt$/;
const TU_NODES = /_graph_indicator\.txt$/;

const bareEnding = (name: string): ImportFile => ({
  name: name.replace(/\.gz$/i, ''),
  bytes: new Uint8Array(),
});

export interface Entries {
  readonly files: readonly ImportFile[];
  /** Sentences on what was left out. */
  readonly remarks: readonly string[];
}

/** Whether its own reader opens the archive: a TUDataset is told by two of its files. */
export const isOneSet = (names: readonly string[]): boolean =>
  names.some((name) => TU_EDGES.test(name)) && names.some((name) => TU_NODES.test(name));

function chosen(file: ImportFile, names: readonly string[]): readonly string[] {
  const planetoid = names.filter((name) => PLANETOID.test(name));
  if (planetoid.length > 0) return planetoid;
  const data = names.filter((name) => !BESIDE.test(name));
  const whole = data.filter((name) => endsIn(bareEnding(name), WHOLE));
  const [first, second] = whole;
  if (second !== undefined)
    throw fail(
      file.name,
      `expected one graph in it, got ${whole.length}: ${whole
        .slice(0, 6)
        .map((name) => quoted(name))
        .join(', ')}`,
      'Unpack it and drop one of them.',
    );
  if (first !== undefined) {
    // What Pajek says of the nodes stands beside the network.
    const beside = endsIn({ name: first, bytes: file.bytes }, ['.net']) ? ['.clu', '.vec'] : [];
    return [first, ...data.filter((name) => endsIn({ name, bytes: file.bytes }, beside))];
  }
  return data;
}

/** @throws PlaygroundError that names the archive: another program's file, several graphs in it, or none */
export function entriesOf(file: ImportFile, names: readonly string[], limits: ImportLimits): Entries {
  const other = OTHERS.find(({ mark }) => names.some((name) => mark.test(name)));
  if (other) throw fail(file.name, `expected a graph, got ${other.what}`, other.next);
  const taken = chosen(file, names);
  if (taken.length === 0)
    throw fail(
      file.name,
      `expected a graph in it, got ${names.length === 0 ? 'nothing' : quoted(names.slice(0, 5).join(', '), 80)}`,
      'Drop the file of the graph itself.',
    );
  const { unpack } = openZip(file, limits);
  const left = names.filter((name) => !taken.includes(name));
  const shown = left.slice(0, 3).map((name) => quoted(name));
  return {
    files: taken.map(unpack),
    remarks:
      left.length === 0
        ? []
        : [
            `${file.name}: ${taken
              .slice(0, 3)
              .map((name) => quoted(name))
              .join(
                ', ',
              )}${taken.length > 3 ? ', ...' : ''} was read; ${shown.join(', ')}${left.length > 3 ? ` and ${left.length - 3} more were` : left.length > 1 ? ' were' : ' was'} left out.`,
          ],
  };
}
