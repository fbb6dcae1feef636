/** What is told of a node, layer by layer: where the narration stands, and the words and numbers of that place. */

/** One sentence of the narration with all that moves with it. */
export interface Told {
  readonly node: number;
  /** Id of the layer that it is about. */
  readonly layer: string;
  /** With this node's numbers, from the trace of this run's weights. */
  readonly text: string;
  /** Step of the computation and round of messages that the inspector stands at; null: as the visitor has it. */
  readonly step: string | null;
  readonly round: number;
  /** Id of the formula's term, and the line of TeX that it stands in; null for none. */
  readonly term: string | null;
  readonly line: string | null;
  /** Whether the edges over which messages come are lit. */
  readonly isLit: boolean;
}

export interface Narration {
  /** Goes on by itself. */
  readonly isPlaying: boolean;
  /** Index of the sentence within the layer, and how many there are. */
  readonly beat: number;
  readonly count: number;
  /** The page has chosen the node, as none was selected. */
  readonly isChosen: boolean;
  /** Null until the first trace is there. */
  readonly told: Told | null;
}
