/** Records and frames of node classification, as short as tests write them. */
import type { ByPart, EpochRecord, Frame, Part, PartScores } from '../src/data/run/records';

/** @param accuracy null on a part that the set has not */
export function recordOf(
  accuracy: ByPart,
  {
    valLoss = null,
    ...rest
  }: Partial<Omit<EpochRecord, 'scores'>> & { readonly valLoss?: number | null } = {},
): EpochRecord {
  const part = (which: Part, losses: PartScores = {}): PartScores | null =>
    accuracy[which] === null ? null : { ...losses, accuracy: accuracy[which] };
  const scores = {
    train: part('train'),
    val: valLoss === null ? part('val') : { loss: valLoss, accuracy: accuracy.val },
    test: part('test'),
    all: part('all'),
  };
  return { epoch: 0, loss: 1, ms: 0, ...rest, scores };
}

/** @param values probabilities, nodes x classes, row-major */
export const frameOf = (epoch: number, values: Float32Array, columns = 2): Frame => ({
  epoch,
  output: { unit: 'node', rows: values.length / columns, columns, values },
});
