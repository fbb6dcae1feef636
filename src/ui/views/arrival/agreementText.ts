/** How a run came out here against what its sender had, in one sentence. */
import type { Arrival } from '../../state/arrival';
import type { SceneResults } from '../../state/scene';
import { writeCount } from '../../widgets/numbers';

const BACKENDS = new Map([
  ['webgpu', 'WebGPU'],
  ['wasm', 'WASM'],
  ['cpu', 'plain JavaScript'],
]);

const nameOf = (backend: string): string => BACKENDS.get(backend) ?? backend;
const lossText = (loss: number): string => loss.toFixed(4);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** "Computed on WASM here, WebGPU there", or what else is not the same. */
function circumstances(sent: SceneResults, isSameBuild: boolean, here: string): string {
  const where =
    here === sent.backend
      ? `Computed on ${nameOf(here)} here as there`
      : `Computed on ${nameOf(here)} here, ${nameOf(sent.backend)} there`;
  return isSameBuild ? where : `${where}, by another version of this page`;
}

function sharePart(alike: number, compared: number): string {
  if (compared === 0) return 'no prediction was sent to compare with';
  if (alike === compared) return `all ${writeCount(compared)} compared predictions are the same`;
  return `${writeCount(alike)} of ${writeCount(compared)} compared predictions are the same (${percent(alike / compared)})`;
}

/** Null where nothing was sent to compare with. */
export function agreementText({ sent, agreement }: Pick<Arrival, 'sent' | 'agreement'>): string | null {
  if (!sent || !agreement) return null;
  const { isSameBackend, isSameBuild, backendHere, lossHere, testHere, metric, compared, alike } = agreement;
  // To the last bit, not to the digits that are shown.
  const isSame = Object.is(lossHere, sent.loss) && testHere === sent.test && alike === compared;
  if (isSame && isSameBackend) return `Same numbers as sent: loss ${lossText(lossHere)}.`;
  const measured =
    testHere !== null && sent.test !== null
      ? `test ${metric} ${percent(testHere)} here, ${percent(sent.test)} there`
      : `loss ${lossText(lossHere)} here, ${lossText(sent.loss)} there`;
  return `${circumstances(sent, isSameBuild, backendHere)}: ${measured}; ${sharePart(alike, compared)}.`;
}
