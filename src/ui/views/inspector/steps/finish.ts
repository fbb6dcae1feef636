/** What follows m_i in every layer, as far as the layer has it: bias, norm, activation, residual, unit length. */
import { writeSigned } from '../../../widgets/writeSigned';
import { added, ruleRow } from '../computation/rows';
import type { Subject } from '../computation/subject';
import { part, result, step, type Step } from './step';

export const ACTIVATION_TEXTS = {
  relu: 'negative numbers become 0',
  elu: 'negative numbers are bent towards −1',
  tanh: 'every number is squeezed between −1 and 1',
  none: 'every number stays as it is',
} as const;

export function finishSteps({ trace }: Subject): readonly Step[] {
  const { bias, norm, activation, preActivation, activated, residual, length } = trace.finish;
  const made = ruleRow(trace);
  const biased = bias ? added(made, bias) : made;
  const steps: Step[] = [];
  if (bias)
    steps.push(
      step('bias', 'A learned number is added to each channel, the same for all nodes.', [
        part('so far', made),
        part('bias', bias),
        result('result', biased),
      ]),
    );
  if (norm)
    steps.push(
      step(
        'norm',
        norm.kind === 'layer'
          ? `The vector is normalised to mean 0 and standard deviation 1: its mean was ${writeSigned(norm.mean[0] ?? 0)}.`
          : 'Each channel is normalised to mean 0 and standard deviation 1 over all nodes.',
        [part('so far', biased), result('normalised', preActivation)],
      ),
    );
  if (activation !== 'none')
    steps.push(
      step('activate', `${activation}: ${ACTIVATION_TEXTS[activation]}${cut(trace.finish)}.`, [
        part('before', preActivation),
        result('after', activated),
      ]),
    );
  const whole = residual ? added(activated, residual) : activated;
  if (residual)
    steps.push(
      step('residual', 'The layer’s input is added to its output.', [
        part('so far', activated),
        part('input', residual),
        result('result', whole),
      ]),
    );
  if (length !== null)
    steps.push(
      step('length', `The vector is divided by its length ${writeSigned(length)}, so that it has length 1.`, [
        part('so far', whole),
        result('length 1', trace.output),
      ]),
    );
  return steps;
}

function cut({ activation, preActivation }: Subject['trace']['finish']): string {
  if (activation !== 'relu') return '';
  const below = preActivation.reduce((count, value) => count + (value < 0 ? 1 : 0), 0);
  return `, here ${below} of ${preActivation.length}`;
}
