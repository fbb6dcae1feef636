import type { Node2VecSpec } from '../../run/methods/node2vec';
import type { RunSpec } from '../../run/runSpec';
import { float } from '../literals';
import type { MethodText } from './method';
import { PROBE } from './probe';

const WALKS = `class Walks(torch.nn.Module):
    """
    Skip-gram over random walks, as torch_geometric.nn.Node2Vec has it, with walks in plain PyTorch.

    A step back is weighted by 1/p, a step to a neighbour of the last node by 1, any other by 1/q.
    """

    def __init__(self, data):
        super().__init__()
        source, target = data.edge_index
        order = (source * data.num_nodes + target).argsort()
        weight = data.edge_weight if data.edge_weight is not None else torch.ones(data.num_edges)
        self.num_nodes, self.target, self.weight = data.num_nodes, target[order], weight[order]
        self.counts = torch.bincount(source, minlength=data.num_nodes)
        self.start = self.counts.cumsum(0) - self.counts
        self.keys = (source * data.num_nodes + target)[order]
        self.embedding = torch.nn.Embedding(data.num_nodes, DIMENSION, sparse=True)

    def loader(self, **settings):
        return torch.utils.data.DataLoader(range(self.num_nodes), collate_fn=self.sample, **settings)

    def joined(self, first, second):
        """Whether an edge leads from each of the first to each of the second."""
        if len(self.keys) == 0:
            return torch.zeros(len(first), dtype=torch.bool)
        key = first * self.num_nodes + second
        place = torch.searchsorted(self.keys, key).clamp(max=len(self.keys) - 1)
        return self.keys[place] == key

    def step(self, node, before):
        """One step of many walks: a walk stays where no edge leads on."""
        counts = self.counts[node]
        walk = torch.repeat_interleave(torch.arange(len(node)), counts)
        rank = torch.arange(len(walk)) - (counts.cumsum(0) - counts)[walk]
        edge = self.start[node][walk] + rank
        to, weight = self.target[edge], self.weight[edge]
        if before is not None and (P != 1 or Q != 1):
            bias = torch.where(self.joined(before[walk], to), 1.0, 1 / Q)
            weight = weight * torch.where(to == before[walk], 1 / P, bias)
        # The smallest of exponential times, at rates that are the weights, is a draw by weight.
        time = torch.empty(len(edge)).exponential_() / weight
        first = torch.full((len(node),), torch.inf).scatter_reduce(0, walk, time, "amin")
        chosen = (time == first[walk]) & (weight > 0)
        onward = node.clone()
        onward[walk[chosen]] = to[chosen]
        return onward

    def sample(self, nodes):
        nodes = torch.as_tensor(nodes).repeat(WALKS_PER_NODE)
        walk = [nodes, self.step(nodes, None)]
        while len(walk) < WALK_LENGTH:
            walk.append(self.step(walk[-1], walk[-2]))
        noise = nodes.repeat(NEGATIVES)
        drawn = torch.randint(self.num_nodes, (len(noise), WALK_LENGTH - 1))
        return self.windows(torch.stack(walk, dim=1)), self.windows(torch.cat([noise[:, None], drawn], dim=1))

    def windows(self, walks):
        return walks.unfold(1, CONTEXT, 1).reshape(-1, CONTEXT)

    def loss(self, walks, noise):
        """Pairs of the first node of a window with each of the others."""
        def scores(windows):
            z = self.embedding(windows)
            return (z[:, :1] * z[:, 1:]).sum(dim=-1)
        return F.softplus(-scores(walks)).mean() + F.softplus(scores(noise)).mean()`;

const LEARN = `def embedding_model(data):
    """PyTorch Geometric's own, which walks faster, where it can be had: it wants pyg-lib, and knows no edge weights."""
    if data.edge_weight is None:
        try:
            return Node2Vec(
                data.edge_index, DIMENSION, WALK_LENGTH, CONTEXT, WALKS_PER_NODE, P, Q, NEGATIVES,
                num_nodes=data.num_nodes, sparse=True,
            )
        except ImportError:
            pass
    return Walks(data)


def logits_of(data, args):
    model = embedding_model(data.cpu())
    # From a spread of 1, PyTorch's own, the embedding would first have to forget where it started.
    torch.nn.init.normal_(model.embedding.weight, std=0.01)
    if args.weights:
        model.load_state_dict(load_weights(args.weights))
    model = model.to(args.device)
    optimiser = torch.optim.SparseAdam(list(model.parameters()), lr=LEARNING_RATE)
    loader = model.loader(batch_size=BATCH_SIZE, shuffle=True)
    for epoch in range(1, args.epochs + 1):
        total = 0
        for walks, noise in loader:
            optimiser.zero_grad()
            loss = model.loss(walks.to(args.device), noise.to(args.device))
            loss.backward()
            optimiser.step()
            total += loss.item()
        print(f"epoch {epoch:4d}  loss {total / len(loader):.4f}")
    embedding = model.embedding.weight.detach()
    if args.save:
        np.save(args.save, embedding.cpu().numpy())
    return probe(embedding, data.to(args.device))`;

export const node2vec = (spec: Node2VecSpec, { training }: RunSpec): MethodText => ({
  settings: [
    `LEARNING_RATE = ${float(training.learningRate)}`,
    `DIMENSION = ${spec.dimension}`,
    `WALK_LENGTH = ${spec.walkLength}`,
    `WALKS_PER_NODE = ${spec.walksPerNode}`,
    `CONTEXT = ${spec.context}`,
    `NEGATIVES = ${spec.negatives}`,
    `BATCH_SIZE = ${spec.batchSize}`,
    `P, Q = ${float(spec.p)}, ${float(spec.q)}`,
  ],
  modules: [['torch_geometric.nn', ['Node2Vec']]],
  code: [WALKS, PROBE, LEARN],
  hasEmbedding: true,
  remarks: [
    'With the embedding of the playground the logits are the same, as far as the logistic regression is solved.',
    'Walks are drawn at random, so a training of its own ends with another embedding, and about the same accuracy.',
  ],
});
