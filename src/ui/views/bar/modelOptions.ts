import { descriptorOf } from '../../../data/spec/catalogue';
import { defaultModel } from '../../../data/spec/defaults';
import type { ModelDescriptor } from '../../../data/spec/models';
import { canonical, type RunSpec } from '../../../data/spec/runSpec';
import type { Option } from '../../widgets/Select';

/** Stands for the stack as it is now. */
const EDITED = '/edited';

/** Whether layers or method are others than those the model starts from on this set. The output's width means nothing. */
function isEdited({ data, model }: RunSpec, descriptor: ModelDescriptor): boolean {
  const { layers: own, method } = defaultModel(descriptorOf(data.id), descriptor);
  const compared = (layers: typeof own) =>
    layers.map((layer, i) => (layers[i + 1] ? layer : { ...layer, width: 0 }));
  return (
    canonical(method) !== canonical(model.method) ||
    canonical(compared(own)) !== canonical(compared(model.layers))
  );
}

/** Every model by its name, under its family; an edited one stands beside itself, so that its own layers can be had back. */
export function modelOptions(
  models: readonly ModelDescriptor[],
  draft: RunSpec,
): { readonly options: readonly Option<string>[]; readonly value: string } {
  const chosen = models.find(({ id }) => id === draft.model.id);
  const edited = chosen !== undefined && isEdited(draft, chosen);
  return {
    value: edited ? `${chosen.id}${EDITED}` : draft.model.id,
    options: models.flatMap(({ id, name, family: group, sentence: hint }) => {
      const own = { value: id, label: name, group, hint };
      return edited && id === chosen.id
        ? [own, { ...own, value: `${id}${EDITED}`, label: `${name} · edited` }]
        : [own];
    }),
  };
}
