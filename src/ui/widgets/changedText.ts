import type { Param, ParamValue } from '../../data/run/params';
import { writeSetting } from './numbers';

function said({ key, label, kind, ...param }: Param, value: ParamValue): string {
  // Weights that take no step stay as they were drawn.
  if (kind === 'own' && key === 'learningRate' && value === 0) return 'frozen';
  if (typeof value === 'boolean') return value ? label : `no ${label}`;
  if (value === 0 && 'zero' in param && param.zero) return `${label} ${param.zero}`;
  return `${label} ${typeof value === 'string' ? value : writeSetting(value)}`;
}

/** What of `params` is not as `standard` has it, as words: `norm layer, residual, own dropout 0.3`. */
export const changedText = <K extends string>(
  params: readonly Param<K>[],
  values: Readonly<Record<K, ParamValue>>,
  standard: (param: Param<K>) => ParamValue = (param) => param.default,
): string =>
  params
    .filter((param) => values[param.key] !== standard(param))
    .map((param) => said(param, values[param.key]))
    .join(', ');
