import type { Rule, Trace } from '../../data/run/trace';
import { finished } from './finishing';
import { recomposeAttention } from './layers/gat';
import { recomposeGated } from './layers/ggnn';
import { recomposePlain } from './layers/linear';
import { recomposeMax } from './max';
import { recomposePropagate } from './propagate';
import type { Row } from './rows';
import { recomposeSum } from './sum';

/** m_i. */
export function recomposeRule(rule: Rule): Row {
  switch (rule.rule) {
    case 'plain':
      return recomposePlain(rule);
    case 'sum':
      return recomposeSum(rule);
    case 'attention':
      return recomposeAttention(rule);
    case 'max':
      return recomposeMax(rule);
    case 'gated':
      return recomposeGated(rule);
    case 'propagate':
      return recomposePropagate(rule);
    default:
      return rule satisfies never;
  }
}

/** h'_i = (act(norm(m_i + b)) + r_i) / length, with m_i by its rule. */
export const recompose = (trace: Trace): Row => finished(recomposeRule(trace), trace.finish).output;
