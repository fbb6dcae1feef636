import { isOwnId } from '../../../data/run/catalogue';
import type { DatasetDescriptor } from '../../../data/run/datasets';
import type { DataRef } from '../../../data/run/runSpec';
import type { Option } from '../../widgets/Select';

/** `karate/factions`; just `cora` where there is one labelling. */
const valueOf = (id: string, labelling: string | null): string => (labelling ? `${id}/${labelling}` : id);

export const refOf = (value: string): DataRef => {
  const [id = '', labelling = null] = value.split('/');
  return { id, labelling };
};

/** Stands for what is not on the list yet. */
export const OPEN_FILE = 'open a file';

const YOURS = 'Yours';

/** A file may call itself anything. */
const MAX_NAME = 60;
const cut = (name: string): string => (name.length > MAX_NAME ? `${name.slice(0, MAX_NAME - 1)}…` : name);

/** One option per set, or per labelling where a set has several: `Karate Club · two factions`; then those to come. */
export const dataOptions = (sets: readonly DatasetDescriptor[]): readonly Option<string>[] => [
  ...sets.flatMap((set): Option<string>[] =>
    isOwnId(set.id)
      ? [{ value: set.id, label: cut(set.name), group: YOURS, hint: set.source.name }]
      : set.labellings.length > 1
        ? set.labellings.map(({ id, name }) => ({
            value: valueOf(set.id, id),
            label: `${set.name} · ${name}`,
          }))
        : [{ value: set.id, label: set.name }],
  ),
  { value: OPEN_FILE, label: 'Open a file…', group: YOURS },
];

/** The option that stands for `data`: its own labelling, or the first of the set. */
export function optionOf(sets: readonly DatasetDescriptor[], data: DataRef): string {
  const labellings = sets.find((set) => set.id === data.id)?.labellings ?? [];
  return valueOf(data.id, labellings.length > 1 ? (data.labelling ?? labellings[0]!.id) : null);
}
