import { messageOf } from '../../../data/base/errors';
import { methodDescriptor } from '../../../data/run/layers/defaults';
import type { MethodSpec } from '../../../data/run/methods/methods';
import type { Param, ParamValue } from '../../../data/run/params';
import { validateMethodChange } from '../../../data/run/validate';

/** The method with one setting changed, or why there is no such method. */
export function changedMethod(method: MethodSpec, key: string, value: ParamValue): MethodSpec | string {
  try {
    return validateMethodChange({ [key]: value }, method);
  } catch (error) {
    return messageOf(error);
  }
}

/** The settings of a method that change something. */
export const methodParams = (method: MethodSpec): readonly Param[] =>
  methodDescriptor(method.kind).params.filter(
    // Clamped labels are not weighed against those of neighbours.
    ({ key }) => !(key === 'alpha' && method.kind === 'labelPropagation' && method.form === 'clamped'),
  );
