/**
 * Errors that a person can act on. The message reads: `area: expected what, got what. Next step.`
 */
export class PlaygroundError extends Error {
  override readonly name = 'PlaygroundError';
}

/** Builds a PlaygroundError: `fail('formats/planetoid', 'expected ..., got ...', 'Drop the eight files.')`. */
export function fail(area: string, problem: string, nextStep = ''): PlaygroundError {
  return new PlaygroundError(`${area}: ${problem}.${nextStep ? ` ${nextStep}` : ''}`);
}

/** The sentence to show for anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
