import { descriptorOf } from '../../../data/run/catalogue';
import { defaultModel } from '../../../data/run/defaults';
import { learnsFromLabels, type ModelDescriptor } from '../../../data/run/models';
import { canonical, type RunSpec } from '../../../data/run/runSpec';
import type { Option } from '../../widgets/Select';

/** Stands for the stack as it is now. */
const EDITED = '/edited';

/** Whether layers or method are others than those the model starts from on this set. The output's width means nothing. */
function isEdited({ data, model, task }: RunSpec, descriptor: ModelDescriptor): boolean {
  const { layers: own, method } = defaultModel(descriptorOf(data.id), descriptor, task);
  const compared = (layers: typeof own) =>
    layers.map((layer, i) => (layers[i + 1] ? layer : { ...layer, width: 0 }));
  return (
    canonical(method) !== canonical(model.method) ||
    canonical(compared(own)) !== canonical(compared(model.layers))
  );
}

/**
 * Every model by its name, under its family; an edited one stands beside itself, so that its own layers can be had back.
 * On a graph without labels those that need some say so.
 */
export function modelOptions(
  models: readonly ModelDescriptor[],
  run: RunSpec,
  hasLabels: boolean,
): { readonly options: readonly Option<string>[]; readonly value: string } {
  const chosen = models.find(({ id }) => id === run.model.id);
  const edited = chosen !== undefined && isEdited(run, chosen);
  return {
    value: edited ? `${chosen.id}${EDITED}` : run.model.id,
    options: models.flatMap((model) => {
      const { id, family: group, sentence: hint } = model;
      const name =
        hasLabels || !learnsFromLabels(model, run.task) ? model.name : `${model.name} · needs labels`;
      const own = { value: id, label: name, group, hint };
      return edited && id === chosen.id
        ? [own, { ...own, value: `${id}${EDITED}`, label: `${name} · edited` }]
        : [own];
    }),
  };
}
