import type { DatasetDescriptor } from '../../../data/spec/datasets';
import type { DataRef } from '../../../data/spec/runSpec';
import type { Option } from '../../widgets/Select';

/** `karate/factions`; just `cora` where there is one labelling. */
const valueOf = (id: string, labelling: string | null): string => (labelling ? `${id}/${labelling}` : id);

export const refOf = (value: string): DataRef => {
  const [id = '', labelling = null] = value.split('/');
  return { id, labelling };
};

/** One option per set, or per labelling where a set has several: `Karate Club · two factions`. */
export const dataOptions = (sets: readonly DatasetDescriptor[]): readonly Option<string>[] =>
  sets.flatMap((set) =>
    set.labellings.length > 1
      ? set.labellings.map(({ id, name }) => ({ value: valueOf(set.id, id), label: `${set.name} · ${name}` }))
      : [{ value: set.id, label: set.name }],
  );

/** The option that stands for `data`: its own labelling, or the first of the set. */
export function optionOf(sets: readonly DatasetDescriptor[], data: DataRef): string {
  const labellings = sets.find((set) => set.id === data.id)?.labellings ?? [];
  return valueOf(data.id, labellings.length > 1 ? (data.labelling ?? labellings[0]!.id) : null);
}
