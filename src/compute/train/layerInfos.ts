/** The places of a model where an embedding can be looked at: X, H¹ ... , Z. */
import type { BoundLayer } from '../nn/layers';
import type { LayerInfo } from '../../data/run/records';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @param layers as built: the last one as wide as there are classes */
export function layerInfos(
  layers: readonly BoundLayer[],
  numRows: number,
  inChannels: number,
): readonly LayerInfo[] {
  const input: LayerInfo = { id: 'x', label: 'X', kind: 'input', numRows, numCols: inChannels };
  const rest = layers.map(({ outChannels: width }, i): LayerInfo =>
    i === layers.length - 1
      ? { id: 'z', label: 'Z', kind: 'output', numRows, numCols: width }
      : { id: `h${i + 1}`, label: `H${SUPERSCRIPTS[i + 1]}`, kind: 'hidden', numRows, numCols: width },
  );
  return [input, ...rest];
}
