/** The data sets on offer, in the order in which they are shown. A new one is a file in datasets/ plus a line here. */
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

/** Throws where there is no such set. */
export function descriptorOf(id: string): DatasetDescriptor {
  const found = DATASETS.find((descriptor) => descriptor.id === id);
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
