/** Measures what grows: edges, a graph that full batches do not fit, walks. */
import { messageOf } from '../../src/data/base/errors';
import { measureGrowth, type GrowthModel, type GrowthPoint } from './scale/growth';
import { measureLarge, type LargeMeasured } from './scale/large';
import { measureNode2Vec, type Node2VecMeasured } from './scale/node2vec';

export type ScaleQuestion =
  | { readonly what: 'growth'; readonly model: GrowthModel; readonly edges: number }
  | { readonly what: 'large' }
  | { readonly what: 'node2vec' };
export type ScaleMeasured = GrowthPoint | LargeMeasured | Node2VecMeasured;
export type ScaleAnswer = { readonly measured: ScaleMeasured } | { readonly message: string };

function measure(question: ScaleQuestion, base: string): Promise<ScaleMeasured> {
  switch (question.what) {
    case 'growth':
      return measureGrowth(question.model, question.edges);
    case 'large':
      return measureLarge();
    case 'node2vec':
      return measureNode2Vec(base);
    default:
      return question satisfies never;
  }
}

self.addEventListener(
  'message',
  async ({ data }: MessageEvent<{ question: ScaleQuestion; base: string }>) => {
    const answer: ScaleAnswer = await measure(data.question, data.base).then(
      (measured) => ({ measured }),
      (error: unknown) => ({ message: messageOf(error) }),
    );
    self.postMessage(answer);
  },
);
