/** What a kind of layer writes into the model of a script. One file each beside this one. */
import type { LayerSpec } from '../../run/layers/layers';

/** Where a layer stands. */
export interface Place {
  /** From 1: its modules are called conv1, lin1. */
  readonly number: number;
  readonly inChannels: number;
  readonly outChannels: number;
  /** Whether the graph's edges have weights. */
  readonly isWeighted: boolean;
  /** Numbers that the graph tells of each edge: see `numEdgeChannels`. */
  readonly edgeChannels: number;
}

/** A parameter of the script's model, by its name in PyTorch's state_dict. */
export interface ModuleParameter {
  readonly name: string;
  readonly shape: readonly number[];
  /** The playground's parameters that it holds, one after the other; none: a constant 0 that is never learned. */
  readonly roles: readonly string[];
  /** PyTorch's linear maps are outChannels x inChannels, the playground's the other way round. */
  readonly isTransposed?: boolean;
}

export interface LayerText {
  /** Names out of torch_geometric.nn. */
  readonly imports?: readonly string[];
  /** A class or function of its own that the model needs. */
  readonly definition?: string;
  /** Statements of __init__; they may say what is special as comments. */
  readonly setUp: readonly string[];
  /** From `x` to the layer's sum, bias included. */
  readonly forward: string;
  readonly parameters: readonly ModuleParameter[];
  /** At the very end of the layer, from `x` to `x`. */
  readonly after?: string;
}

export type WriteLayer<S extends LayerSpec> = (spec: S, place: Place) => LayerText;

/** W of X W, inChannels x outChannels, as a torch.nn.Linear has it. */
export const linearWeight = (
  name: string,
  role: string,
  inChannels: number,
  outChannels: number,
): ModuleParameter => ({ name, roles: [role], shape: [outChannels, inChannels], isTransposed: true });

/** The layer's bias, where it has one. */
export const biasOf = (hasBias: boolean, name: string, size: number): readonly ModuleParameter[] =>
  hasBias ? [{ name, roles: ['bias'], shape: [size] }] : [];

/** For layers whose module has no bias at the right place: a parameter of the model itself. */
export const ownBias = (hasBias: boolean, { number, outChannels }: Place) => ({
  setUp: hasBias ? [`self.bias${number} = torch.nn.Parameter(torch.zeros(${outChannels}))`] : [],
  plus: hasBias ? ` + self.bias${number}` : '',
  parameters: biasOf(hasBias, `bias${number}`, outChannels),
});

/** Arguments of a layer that reads the edges with their weights. */
export const weightedEdges = ({ isWeighted }: Place): string =>
  isWeighted ? 'edge_index, data.edge_weight' : 'edge_index';
