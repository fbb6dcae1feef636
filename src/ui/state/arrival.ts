import type { BackendInfo } from '../../data/run/backend';
import type { MetricDescriptor } from '../../data/run/metrics';
import { scoreOf, type EpochRecord } from '../../data/run/records';
import type { SceneResults } from './scene';

export interface Arrival {
  /**
   * `asking`: nothing heavy is started unasked (a phone, a large graph). `there`: at the sender's epoch. `left`: the
   * visitor skipped the way, or took another.
   */
  readonly kind: 'asking' | 'training' | 'there' | 'left';
  /** What the link holds. */
  readonly sentence: string;
  /** The sender's epoch. */
  readonly epoch: number;
  /** Why it asks; null where it does not. */
  readonly because: string | null;
  readonly sent: SceneResults | null;
  readonly agreement: Agreement | null;
  /** Where the lesson stands whose locks are gone here. */
  readonly lesson?: string;
  /** Nobody sent it: the page was loaded once more, and goes back to where it stood. */
  readonly isReturn?: boolean;
}

/** This run at the sender's epoch against what the sender had there. */
export interface Agreement {
  readonly isSameBackend: boolean;
  readonly isSameBuild: boolean;
  /** `webgpu`, `wasm` or `cpu`. */
  readonly backendHere: string;
  readonly lossHere: number;
  /** Of the test part, by the run's headline metric. */
  readonly testHere: number | null;
  /** Its name. */
  readonly metric: string;
  /** Nodes compared, and those of them that are predicted alike. */
  readonly compared: number;
  readonly alike: number;
}

/** @param predictions of all nodes here, at the epoch of the record */
export function agreementOf(
  sent: SceneResults,
  here: {
    readonly record: EpochRecord;
    readonly metric: MetricDescriptor;
    readonly predictions: Int32Array;
    readonly backend: Pick<BackendInfo, 'name'>;
    readonly build: string;
  },
): Agreement {
  const { step, classes } = sent.predictions;
  // Nodes that are not here cannot be compared: an edit of another version of the set.
  const compared = classes.filter((_, i) => i * step < here.predictions.length);
  return {
    isSameBackend: sent.backend === here.backend.name,
    isSameBuild: sent.build === here.build,
    backendHere: here.backend.name,
    lossHere: here.record.loss,
    testHere: scoreOf(here.record, 'test', here.metric.id),
    metric: here.metric.name,
    compared: compared.length,
    alike: compared.filter((wanted, i) => here.predictions[i * step] === wanted).length,
  };
}
