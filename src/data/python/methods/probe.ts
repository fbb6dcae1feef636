/** The read-out of embeddings in a script: see compute/embed/logisticRegression.ts. */
export const PROBE = `def probe(embedding, data, tolerance=1e-6):
    """
    What a logistic regression reads from an embedding: the logits of all nodes.

    Minimises the sum of cross-entropies over the training nodes + half the squared weights: scikit-learn's with C = 1.
    """
    nodes = (data.train_mask & (data.y >= 0)).nonzero().view(-1)
    x, y = embedding.double(), data.y
    weight = torch.zeros(x.size(1), len(CLASS_NAMES), dtype=torch.double, device=x.device, requires_grad=True)
    bias = torch.zeros(len(CLASS_NAMES), dtype=torch.double, device=x.device, requires_grad=True)
    solver = torch.optim.LBFGS(
        [weight, bias], max_iter=500, tolerance_grad=tolerance, tolerance_change=0, line_search_fn="strong_wolfe"
    )

    def objective():
        solver.zero_grad()
        loss = F.cross_entropy(x[nodes] @ weight + bias, y[nodes], reduction="sum") + weight.square().sum() / 2
        loss = loss / len(nodes)
        loss.backward()
        return loss

    if len(nodes) > 0:
        solver.step(objective)
    return (x @ weight + bias).detach().float()`;
