import type { FactorisationSpec } from '../../run/methods/factorisation';
import type { MethodText } from './method';
import { PROBE } from './probe';

const LEARN = `def logits_of(data, args):
    """z = U sqrt(S) of A + A^2 = U S V^T, with a row for each node that hears."""
    if args.weights:
        embedding = load_weights(args.weights)["embedding.weight"]
    else:
        weight = data.edge_weight if data.edge_weight is not None else torch.ones(data.num_edges)
        size = (data.num_nodes, data.num_nodes)
        a = torch.sparse_coo_tensor(data.edge_index.flip(0), weight, size).coalesce()
        steps = (a + torch.sparse.mm(a, a)).coalesce()
        u, s, _ = torch.svd_lowrank(steps, q=min(DIMENSION + SPARE, data.num_nodes), niter=args.epochs)
        embedding = torch.zeros(data.num_nodes, DIMENSION)
        found = min(DIMENSION, len(s))
        embedding[:, :found] = u[:, :found] * s[:found].sqrt()
        print(f"share not explained {max(0.0, 1 - s[:found].square().sum() / steps.values().square().sum()):.4f}")
    if args.save:
        np.save(args.save, embedding.numpy())
    return probe(embedding.to(args.device), data.to(args.device))`;

/** An epoch is one power iteration. */
export const factorisation = ({ dimension }: FactorisationSpec): MethodText => ({
  settings: [
    `DIMENSION = ${dimension}`,
    'SPARE = 8  # columns beyond those that are wanted: they make these converge',
  ],
  code: [PROBE, LEARN],
  hasEmbedding: true,
  remarks: [
    'With the embedding of the playground the logits are the same, as far as the logistic regression is solved.',
    'Singular vectors are found up to their sign, from a random start: another embedding, with the same dot products.',
  ],
});
