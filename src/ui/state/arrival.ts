/** A link or scene file that was opened: what it holds, how far the way to its epoch is, and whether it came out alike. */
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
}

/** This run at the sender's epoch against what the sender had there. */
export interface Agreement {
  readonly isSameBackend: boolean;
  readonly isSameBuild: boolean;
  readonly lossHere: number;
  readonly testHere: number | null;
  /** Nodes compared, and those of them that are predicted alike. */
  readonly compared: number;
  readonly alike: number;
}
