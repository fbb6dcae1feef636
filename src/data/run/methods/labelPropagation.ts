import type { MethodDescriptor } from './descriptor';

export const PROPAGATION_FORMS = ['clamped', 'spreading'] as const;
export type PropagationForm = (typeof PROPAGATION_FORMS)[number];

export interface LabelPropagationSpec {
  readonly kind: 'labelPropagation';
  readonly form: PropagationForm;
  /** Of spreading: the share that comes from neighbours, above 0 and below 1. */
  readonly alpha: number;
}

export const LABEL_PROPAGATION: MethodDescriptor<LabelPropagationSpec> = {
  id: 'labelPropagation',
  name: 'Label propagation',
  formula: String.raw`\text{clamped: } F \, {\leftarrow} \, D^{-1} A F, \; F_{\text{train}} = Y \quad \text{spreading: } F \, {\leftarrow} \, \alpha S F + (1 - \alpha) Y \quad S = D^{-1/2} A D^{-1/2}`,
  sentence: 'Known labels flow along the edges; no feature is looked at and no weight is learned.',
  paper:
    'Zhu and Ghahramani, Learning from Labeled and Unlabeled Data with Label Propagation, 2002; Zhou et al., NIPS 2003',
  loss: { name: 'Change per epoch', of: 'mean of all nodes' },
  training: ['epochs'],
  params: [
    {
      kind: 'choice',
      key: 'form',
      label: 'form',
      help: 'Clamped keeps known labels as they are; spreading lets neighbours talk them over.',
      options: PROPAGATION_FORMS,
      default: 'clamped',
    },
    {
      kind: 'real',
      key: 'alpha',
      label: 'alpha',
      help: 'Spreading: the share that comes from neighbours, the rest from what was known.',
      min: 0.01,
      max: 0.99,
      default: 0.9,
      stops: [0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99],
    },
  ],
  read: (values) => ({
    kind: 'labelPropagation',
    form: values.choice('form', PROPAGATION_FORMS),
    alpha: values.real('alpha'),
  }),
};
