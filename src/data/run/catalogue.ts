/**
 * The data sets on offer, in the order in which they are shown. A new one is a file in datasets/ plus a line here. The
 * visitor's own graphs join them under an id that is made of what they hold: the same graph has the same id everywhere.
 */
import citeseer from '../../../datasets/citeseer.json';
import cora from '../../../datasets/cora.json';
import karate from '../../../datasets/karate.json';
import pubmed from '../../../datasets/pubmed.json';
import synthetic from '../../../datasets/synthetic.json';
import { fail } from '../base/errors';
import { DOWNLOAD_FORMATS, type DatasetDescriptor, type DatasetDownload } from './datasets';

/** TypeScript reads the strings of a JSON file as `string`: the one that is a choice is checked here. */
type DescriptorFile = Omit<DatasetDescriptor, 'download'> & {
  readonly download: (Omit<DatasetDownload, 'format'> & { readonly format: string }) | null;
};

function described({ download, ...rest }: DescriptorFile): DatasetDescriptor {
  if (!download) return { ...rest, download };
  const format = DOWNLOAD_FORMATS.find((known) => known === download.format);
  if (!format)
    throw fail(
      `datasets/${rest.id}.json`,
      `expected a format out of ${DOWNLOAD_FORMATS.join(', ')}, got '${download.format}'`,
    );
  return { ...rest, download: { ...download, format } };
}

export const DATASETS: readonly DatasetDescriptor[] = [
  described(karate),
  described(cora),
  described(citeseer),
  described(pubmed),
  described(synthetic),
];

const own = new Map<string, DatasetDescriptor>();

/** `own-` and the first 16 hexadecimal digits of the SHA-256 of the packed graph. */
export const isOwnId = (id: string): boolean => /^own-[0-9a-f]{16}$/.test(id);

/** Makes a visitor's own graph known for as long as the page lives. */
export function addOwnSet(descriptor: DatasetDescriptor): void {
  if (!isOwnId(descriptor.id))
    throw fail('datasets', `expected an id like own-0123456789abcdef, got '${descriptor.id}'`);
  own.set(descriptor.id, descriptor);
}

/** Throws where there is no such set. */
export function descriptorOf(id: string): DatasetDescriptor {
  const found = DATASETS.find((descriptor) => descriptor.id === id) ?? own.get(id);
  if (!found)
    throw fail('datasets', `expected one of ${DATASETS.map((set) => set.id).join(', ')}, got '${id}'`);
  return found;
}

/** The id of the labelling a DataRef means: its own, or the first of the set. Throws where the set has none such. */
export function labellingIdOf(descriptor: DatasetDescriptor, labelling: string | null): string {
  const ids = descriptor.labellings.map((each) => each.id);
  const id = labelling ?? ids[0];
  if (id === undefined || !ids.includes(id))
    throw fail(
      'datasets',
      `expected a labelling of ${descriptor.id} (${ids.join(', ')}), got '${labelling}'`,
    );
  return id;
}
