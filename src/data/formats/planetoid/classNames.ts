/**
 * Names of the classes in the order of their indices. The order is not in the files: it follows from the number of
 * papers of each class in the original collections, which are all different (test/data/planetoid.test.ts pins them).
 * PubMed's cannot be told apart from counts alone with certainty and stay numbered.
 */
const CLASS_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'cora',
    [
      'Theory',
      'Reinforcement learning',
      'Genetic algorithms',
      'Neural networks',
      'Probabilistic methods',
      'Case-based',
      'Rule learning',
    ],
  ],
  [
    'citeseer',
    [
      'Artificial intelligence',
      'Machine learning',
      'Information retrieval',
      'Databases',
      'Agents',
      'Human-computer interaction',
    ],
  ],
]);

/** `name`: as in the names of the files. */
export const classNamesOf = (name: string, numClasses: number): readonly string[] => {
  const known = CLASS_NAMES.get(name);
  return known?.length === numClasses ? known : Array.from({ length: numClasses }, (_, k) => `class ${k}`);
};
