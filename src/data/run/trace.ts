/**
 * How one node came by its row at one layer: every part of the computation, with its numbers. Types only.
 *
 * A layer of any kind gives m_i by a rule of its own, and finishes alike: h'_i = (act(norm(m_i + b)) + r_i) / length.
 * Rows that several parts share are one array: clone a trace, never transfer its arrays.
 */
import type { DenseMatrix } from '../graph/graphData';
import type { LayerKind } from './layers/layers';
import type { Activation } from './params';

/** One row of the table of messages: what reaches the node from a neighbour, or from itself. */
export interface Message {
  readonly from: number;
  /** Index into the graph's edgeIndex; -1 for what the node sends itself. */
  readonly edge: number;
  /** One per head; length 1 without heads. */
  readonly coefficients: Float32Array;
  /** What is sent, before it is weighed. */
  readonly value: Float32Array;
  /** As it enters the sum. */
  readonly contribution: Float32Array;
  /** Length of the contribution over the lengths of all that enter the same sum, 0 to 1; of a maximum, see MaxRule. */
  readonly share: number;
  /** Role of the parameter that the sender's row went through to become `value`; null: the row as it was. */
  readonly through: string | null;
}

/** v -> v W + b. */
export interface Affine {
  /** Role of W. */
  readonly role: string;
  readonly weight: DenseMatrix;
  readonly bias: Float32Array | null;
}

/** m_i = x_i W: nobody is listened to. */
export interface PlainRule {
  readonly rule: 'plain';
  /** Role of W. */
  readonly through: string;
  readonly product: Float32Array;
}

/** What GIN does after its sum: v -> relu(v + b) W. */
export interface AfterSum {
  readonly bias: Float32Array | null;
  /** relu(v + b). */
  readonly hidden: Float32Array;
  readonly map: Affine;
}

/** s_i = sum of contributions, a contribution being coefficient * value; m_i = s_i, or what `after` makes of it. */
export interface SumRule {
  readonly rule: 'sum';
  /** What the node sends itself stands among them. */
  readonly messages: readonly Message[];
  readonly sum: Float32Array;
  readonly after: AfterSum | null;
}

export interface AttentionMessage extends Message {
  /** What LeakyReLU is applied to. v1: one number per head. v2: one per channel of each head. */
  readonly raw: Float32Array;
  /** e_ij, one per head. v1: LeakyReLU(raw). v2: a . LeakyReLU(raw). */
  readonly scores: Float32Array;
}

/**
 * alpha_ij = softmax over j of e_ij, head by head; m_i = sum_j of alpha_ij x_j W with heads side by side, or the mean
 * of the heads. Coefficients are the alphas; values are x_j W, heads side by side.
 */
export interface AttentionRule {
  readonly rule: 'attention';
  readonly version: 'v1' | 'v2';
  readonly combine: 'concatenate' | 'average';
  readonly heads: number;
  /** Of LeakyReLU below zero. */
  readonly slope: number;
  /** a of v2, heads x channels. In v1 both vectors are in `raw` already: null. */
  readonly attention: DenseMatrix | null;
  /** The node itself among them. */
  readonly messages: readonly AttentionMessage[];
  readonly sum: Float32Array;
}

/**
 * max_i[c] = max over j of value_j[c], 0 without neighbours; m_i = own + max_i W (or max_i where there is no W).
 * A contribution is the value where it wins, else 0, so that they add up to the maximum; a share is a share of the
 * channels won. Of equals the lowest edge wins.
 */
export interface MaxRule {
  readonly rule: 'max';
  readonly messages: readonly Message[];
  /** Per channel, an index into messages; -1 without any. */
  readonly winners: Int32Array;
  readonly maximum: Float32Array;
  readonly map: Affine | null;
  /** x_i times the parameter of role `ownThrough`. */
  readonly own: Float32Array;
  readonly ownThrough: string;
}

/** Columns r, z, n of what a gate matrix makes of a row. */
export interface GateParts {
  readonly reset: Float32Array;
  readonly update: Float32Array;
  readonly candidate: Float32Array;
}

/**
 * One round: M = sum of contributions; (p, q) what the gate maps make of M and of the state S;
 * R = sigmoid(p_r + q_r), Z = sigmoid(p_z + q_z), N = tanh(p_n + R q_n), and the new state (1 - Z) N + Z S.
 */
export interface GatedRound {
  readonly messages: readonly Message[];
  readonly sum: Float32Array;
  readonly ofMessages: GateParts;
  readonly ofState: GateParts;
  readonly reset: Float32Array;
  readonly update: Float32Array;
  readonly candidate: Float32Array;
  /** After the round. */
  readonly state: Float32Array;
}

/** S_0 = x_i W, a round after the other; m_i is the last state. */
export interface GatedRule {
  readonly rule: 'gated';
  readonly through: string;
  readonly start: Float32Array;
  readonly rounds: readonly GatedRound[];
  /** Shared by all rounds; width x 3 width, columns r, z, n. */
  readonly messageGates: Affine;
  readonly stateGates: Affine;
}

/** One hop: z_k = sum of contributions + restart; a contribution is (1 - teleport) * coefficient * value. */
export interface PropagationStep {
  /** Values are the senders' z_{k-1}; the node itself among them. */
  readonly messages: readonly Message[];
  /** teleport * z_0; null where nothing goes back. */
  readonly restart: Float32Array | null;
  readonly value: Float32Array;
}

/** z_0 = x_i W, a hop after the other; m_i is the last z. */
export interface PropagateRule {
  readonly rule: 'propagate';
  readonly through: string;
  /** 0 in SGC. */
  readonly teleport: number;
  readonly start: Float32Array;
  readonly steps: readonly PropagationStep[];
}

export type Rule = PlainRule | SumRule | AttentionRule | MaxRule | GatedRule | PropagateRule;

/** norm(v) = (v - mean) / sqrt(variance + epsilon) * scale + shift. */
export interface NormTrace {
  readonly kind: 'layer' | 'batch';
  /** Of 'layer' one number, over the node's channels; of 'batch' one per channel, over all nodes. */
  readonly mean: Float32Array;
  readonly variance: Float32Array;
  readonly epsilon: number;
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

/** What follows m_i in every layer: h'_i = (act(norm(m_i + b)) + r_i) / length. */
export interface FinishTrace {
  readonly bias: Float32Array | null;
  readonly norm: NormTrace | null;
  readonly activation: Activation;
  /** What the activation is applied to, and what it gives. */
  readonly preActivation: Float32Array;
  readonly activated: Float32Array;
  /** x_i, or x_i times the residual's own matrix; null for none. */
  readonly residual: Float32Array | null;
  /** What the row is divided by to have length 1; null where the layer leaves lengths alone. */
  readonly length: number | null;
}

/** One node at one layer: `rule` (of Rule) says which parts m_i has. */
export type Trace = Rule & {
  /** Index of the layer, from 0. */
  readonly layer: number;
  readonly kind: LayerKind;
  readonly node: number;
  /** x_i, the node's row as it comes into the layer. */
  readonly input: Float32Array;
  readonly finish: FinishTrace;
  /** h'_i. */
  readonly output: Float32Array;
};

/** A trace with what it was computed with, and when. */
export interface Explanation {
  readonly epoch: number;
  readonly trace: Trace;
  /** All parameters of the layer. */
  readonly parameters: readonly TraceParameter[];
}

/** A parameter of a layer, to look at; a vector is a matrix of one row. */
export interface TraceParameter {
  readonly role: string;
  readonly matrix: DenseMatrix;
}
