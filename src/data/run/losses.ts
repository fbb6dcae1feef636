/** What a run can be trained to make small: a descriptor each. Ids are the field's words, as forms and links say them. */
export interface LossDescriptor {
  readonly id: string;
  readonly name: string;
  /** TeX, of one example. */
  readonly formula: string;
  readonly better: 'lower';
  readonly paper: string;
}

export const CROSS_ENTROPY: LossDescriptor = {
  id: 'cross-entropy',
  name: 'Cross-entropy',
  formula: String.raw`-\log \frac{e^{z_y}}{\sum_c e^{z_c}}`,
  better: 'lower',
  paper: 'Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, section 6.2.2',
};

export const BINARY_CROSS_ENTROPY: LossDescriptor = {
  id: 'binary cross-entropy',
  name: 'Binary cross-entropy',
  formula: String.raw`-\log \sigma(s^+) - \log(1 - \sigma(s^-))`,
  better: 'lower',
  paper: 'Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, section 6.2.2',
};

/** Least distance that losses of two scores want between a linked pair and another one. */
export const MARGIN = 1;

export const HINGE: LossDescriptor = {
  id: 'hinge',
  name: 'Hinge',
  formula: String.raw`\max(0, ${MARGIN} - s^+ + s^-)`,
  better: 'lower',
  paper: 'Bordes et al., Translating embeddings for modeling multi-relational data, NeurIPS 2013',
};

export const LOGISTIC: LossDescriptor = {
  id: 'logistic',
  name: 'Logistic (BPR)',
  formula: String.raw`-\log \sigma(s^+ - s^-)`,
  better: 'lower',
  paper: 'Rendle et al., BPR: Bayesian personalized ranking from implicit feedback, UAI 2009',
};

export const TRIPLET: LossDescriptor = {
  id: 'triplet',
  name: 'Triplet',
  formula: String.raw`\max(0, \lVert z_a - z_p \rVert - \lVert z_a - z_n \rVert + ${MARGIN})`,
  better: 'lower',
  paper: 'Schroff, Kalenichenko and Philbin, FaceNet, CVPR 2015',
};

export const RECONSTRUCTION: LossDescriptor = {
  id: 'reconstruction',
  name: 'Reconstruction (GAE)',
  formula: String.raw`-\overline{\log \sigma(s^+)} - \overline{\log(1 - \sigma(s^-))}`,
  better: 'lower',
  paper: 'Kipf and Welling, Variational graph auto-encoders, 2016',
};
