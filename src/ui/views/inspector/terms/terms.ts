import type { Message } from '../../../../data/run/trace';
import type { Subject } from '../computation/subject';
import { attentionFormula } from './attention';
import { finishFormula } from './finish';
import { gatedFormula } from './gated';
import { gcnFormula } from './gcn';
import { ginFormula } from './gin';
import { linearFormula } from './linear';
import { maxFormula } from './maximum';
import { mpnnFormula } from './mpnn';
import { propagateFormula } from './propagate';
import { sageSumFormula } from './sage';
import type { Formula, RuleFormula } from './term';

/** @param round from 0, of rules with rounds or hops */
export function formulaOf(subject: Subject, messages: readonly Message[], round: number): Formula {
  const finish = finishFormula(subject);
  const { lines, terms } = ruleFormula(subject, messages, finish ? 'm_i' : "h_i'", round);
  return finish
    ? { lines: [...lines, ...finish.lines], terms: [...terms, ...finish.terms] }
    : { lines, terms };
}

function ruleFormula(subject: Subject, messages: readonly Message[], left: string, round: number): Formula {
  const { trace } = subject;
  switch (trace.rule) {
    case 'plain':
      return linearFormula(subject, messages, left);
    case 'sum':
      return sumFormula(subject)(subject, messages, left);
    case 'attention':
      return attentionFormula({ ...subject, trace }, messages, left);
    case 'max':
      return maxFormula({ ...subject, trace }, messages, left);
    case 'gated':
      return gatedFormula({ ...subject, trace }, messages, left, round);
    case 'propagate':
      return propagateFormula({ ...subject, trace }, messages, left);
    default:
      return trace satisfies never;
  }
}

function sumFormula({ trace }: Subject): RuleFormula {
  switch (trace.kind) {
    case 'sage':
      return sageSumFormula;
    case 'gin':
      return ginFormula;
    case 'mpnn':
      return mpnnFormula;
    default:
      return gcnFormula;
  }
}
