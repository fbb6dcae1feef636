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
