import type { LabelPropagationSpec } from '../../run/methods/labelPropagation';
import { float } from '../literals';
import type { MethodText } from './method';

const PROPAGATE = {
  clamped: `def propagated(f, known, data, hear):
    """F <- D^-1 A F, then the rows of training nodes are put back (Zhu and Ghahramani, 2002)."""
    f = hear(f) / degrees(data).clamp(min=TINY)[:, None]
    return torch.where(known.sum(dim=1, keepdim=True) > 0, known, f)`,
  spreading: `def propagated(f, known, data, hear):
    """F <- alpha D^-1/2 A D^-1/2 F + (1 - alpha) Y (Zhou et al., NIPS 2003)."""
    degree = degrees(data)
    scale = torch.where(degree > 0, degree.clamp(min=TINY).rsqrt(), 0.0)[:, None]
    return ALPHA * scale * hear(scale * f) + (1 - ALPHA) * known`,
} as const;

const DEGREES = `TINY = 1e-30  # in place of a division by zero


def degrees(data):
    weight = data.edge_weight if data.edge_weight is not None else torch.ones(data.num_edges, device=data.y.device)
    return torch.zeros(data.num_nodes, device=data.y.device).index_add(0, data.edge_index[1], weight)`;

const LOGITS = `def logits_of(data, args):
    """The logarithm of what has reached each node; a node that nothing has reached is undecided."""
    data = data.to(args.device)
    source, target = data.edge_index
    weight = data.edge_weight if data.edge_weight is not None else torch.ones(data.num_edges, device=data.y.device)

    def hear(f):
        return torch.zeros_like(f).index_add(0, target, weight[:, None] * f[source])

    nodes = data.train_mask.nonzero().view(-1)
    known = torch.zeros(data.num_nodes, len(CLASS_NAMES), device=data.y.device)
    known[nodes, data.target[nodes]] = 1
    f = known
    for epoch in range(1, args.epochs + 1):
        before, f = f, propagated(f, known, data, hear)
        if epoch % 10 == 0 or epoch == args.epochs:
            print(f"epoch {epoch:4d}  change {(f - before).abs().sum() / data.num_nodes:.6f}")
    total = f.sum(dim=1, keepdim=True)
    share = f / torch.where(total > 0, total, 1.0)
    return torch.where(total > 0, share.clamp(min=1e-12).log(), 0.0)`;

export const labelPropagation = ({ form, alpha }: LabelPropagationSpec): MethodText => ({
  settings: form === 'spreading' ? [`ALPHA = ${float(alpha)}`] : [],
  code: [DEGREES, PROPAGATE[form], LOGITS],
  hasEmbedding: false,
  remarks: ['Nothing is random: the logits are those of the playground, up to rounding.'],
});
