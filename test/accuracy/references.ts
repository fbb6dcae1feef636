/** What each model is held against: published accuracy, the band that the mean has to be in, and the rule of selection. */
import type { SelectionRule } from './rules';

export const SETS = ['cora', 'citeseer'] as const;
export type SetId = (typeof SETS)[number];

export interface Published {
  /** Test accuracy on the public split in %, or the headline of its task, as printed there. */
  readonly value: string;
  readonly source: string;
}

export interface Reference {
  readonly rule: SelectionRule;
  /** Whose rule that is. */
  readonly ruleOf: string;
  readonly published: Readonly<Record<SetId, Published>> | null;
  /** Lowest and highest mean on the test part in % that counts as reached. */
  readonly band: Readonly<Partial<Record<SetId, readonly [number, number]>>>;
}

const from = (source: string, cora: string, citeseer: string): Record<SetId, Published> => ({
  cora: { value: cora, source },
  citeseer: { value: citeseer, source },
});

/** A model whose reference names no rule ends where its run ends: that is what the page shows of it. */
const OURS = 'ours: where the run ends';

/** By the id of the model, and of its task where that is not the default. */
export const REFERENCES: Readonly<Record<string, Reference>> = {
  mlp: {
    rule: 'last epoch',
    ruleOf: 'tkipf/gcn, train.py',
    published: from('Kipf and Welling 2017, table 3', '55.1', '46.5'),
    band: { cora: [53, 60], citeseer: [44, 60] },
  },
  gcn: {
    rule: 'last epoch',
    ruleOf: 'tkipf/gcn, train.py',
    published: from('Kipf and Welling 2017, table 2', '81.5', '70.3'),
    band: { cora: [80.5, 82.5], citeseer: [69, 72] },
  },
  sgc: {
    rule: 'last epoch',
    ruleOf: 'Tiiiger/SGC, citation.py',
    published: from('Wu et al. 2019, the code’s README', '81.0 ± 0.0', '71.9 ± 0.1'),
    band: { cora: [80, 82], citeseer: [67, 72.5] },
  },
  appnp: {
    rule: 'lowest validation loss',
    ruleOf: 'PyTorch Geometric, benchmark/citation/train_eval.py',
    published: from('DGL, examples/pytorch/appnp', '83.7', '71.5'),
    band: { cora: [82, 84.5], citeseer: [70, 72.5] },
  },
  sage: {
    rule: 'last epoch',
    ruleOf: OURS,
    published: from('Wijesinghe and Wang 2022, table 1', '79.2 ± 3.7', '71.6 ± 1.9'),
    band: { cora: [78.5, 81.5], citeseer: [67, 71] },
  },
  gin: {
    rule: 'last epoch',
    ruleOf: OURS,
    published: from('Wijesinghe and Wang 2022, table 1', '77.6 ± 1.1', '66.1 ± 1.5'),
    band: { cora: [75.5, 79.5], citeseer: [62, 68] },
  },
  gat: {
    rule: 'both at their best',
    ruleOf: 'PetarV-/GAT, execute_cora.py',
    published: from('Veličković et al. 2018, table 2', '83.0 ± 0.7', '72.5 ± 0.7'),
    band: { cora: [81.5, 83.8], citeseer: [70, 73] },
  },
  'gcn:linkPrediction': {
    rule: 'best on validation',
    ruleOf: 'PyTorch Geometric, examples/link_pred.py',
    published: from('Kipf and Welling 2016, table 1 (GAE, one split)', '91.0 AUC', '89.5 AUC'),
    band: { cora: [89.5, 93] },
  },
  ggnn: { rule: 'last epoch', ruleOf: OURS, published: null, band: {} },
  mpnn: { rule: 'last epoch', ruleOf: OURS, published: null, band: {} },
  randomGcn: {
    rule: 'last epoch',
    ruleOf: OURS,
    // The encoder of Veličković et al. 2019 (DGI) with its first weights: one layer of 512 numbers.
    published: from('Veličković et al. 2019, table 2 (random encoder)', '69.3 ± 1.4', '61.9 ± 1.6'),
    band: {},
  },
  node2vec: {
    rule: 'last epoch',
    ruleOf: OURS,
    published: from('Kipf and Welling 2017, table 2 (DeepWalk)', '67.2', '43.2'),
    band: { cora: [66, 74] },
  },
  factorisation: { rule: 'last epoch', ruleOf: OURS, published: null, band: {} },
  labelPropagation: {
    rule: 'last epoch',
    ruleOf: OURS,
    published: from('Kipf and Welling 2017, table 2', '68.0', '45.3'),
    band: {},
  },
};
