/** Batches of sampled neighbours in a script, and training in several processes: for graphs beyond one machine. */
import { layerDescriptor } from '../run/layers/defaults';
import type { LayerSpec } from '../run/layers/layers';
import type { RunSpec } from '../run/runSpec';
import type { Has } from './trainingPart';

/** Training nodes to a step of all processes together, where the run itself saw the whole graph at each. */
const BATCH_SIZE = 1024;
const ALL = -1;

/** How many neighbours a layer hears at each hop. */
function fanOutOf(spec: LayerSpec): readonly number[] {
  const descriptor = layerDescriptor(spec.kind);
  const heard = descriptor.fanOut?.(spec) ?? Infinity;
  return Array.from({ length: descriptor.hops(spec) }, () => (heard < Infinity ? heard : ALL));
}

/** From the nodes of a batch outwards: the last layer first. */
function fanOutPart(layers: readonly LayerSpec[]): string {
  const hops = layers.toReversed().flatMap(fanOutOf);
  const needsDegrees = layers.some(({ kind }) => layerDescriptor(kind).countsDegrees);
  const note = needsDegrees
    ? '\n# One hop more than the layers reach: graph convolutions count the neighbours of those that they hear.'
    : '';
  const all = [...hops, ...(needsDegrees ? [ALL] : [])];
  return `# Neighbours of a node that are heard, hop by hop from a batch outwards; -1: all of them. Large graphs want
# numbers like 10 here.${note}
FAN_OUT = [${all.join(', ')}]
EVERYONE = [-1] * len(FAN_OUT)`;
}

const SAMPLER = `class NeighbourBatches:
    """
    What NeighborLoader gives, in plain PyTorch, for where neither pyg-lib nor torch-sparse is installed.

    Nodes of a batch come first; each hop hears some of the neighbours of those that the hop before has found.
    """

    def __init__(self, data, nodes, batch_size, fan_out, shuffle):
        self.data, self.nodes, self.batch_size = data, nodes, batch_size
        self.fan_out, self.shuffle = fan_out, shuffle
        self.edges = data.edge_index[1].argsort(stable=True)
        counts = torch.bincount(data.edge_index[1], minlength=data.num_nodes)
        self.start = torch.cat([counts.new_zeros(1), counts.cumsum(0)])

    def __len__(self):
        return -(-len(self.nodes) // self.batch_size)

    def __iter__(self):
        order = torch.randperm(len(self.nodes)) if self.shuffle else torch.arange(len(self.nodes))
        for chosen in order.split(self.batch_size):
            yield self.around(self.nodes[chosen])

    def heard(self, nodes, most):
        """Edges that lead to these nodes: \`most\` of each, drawn without replacement, or all."""
        counts = self.start[nodes + 1] - self.start[nodes]
        owner = torch.repeat_interleave(torch.arange(len(nodes)), counts)
        rank = torch.arange(len(owner)) - (counts.cumsum(0) - counts)[owner]
        places = self.start[nodes][owner] + rank
        if most >= 0:
            shuffled = torch.randperm(len(owner))
            shuffled = shuffled[owner[shuffled].argsort(stable=True)]
            places = places[shuffled[rank < most]]
        return self.edges[places]

    def around(self, seeds):
        data = self.data
        place = torch.full((data.num_nodes,), -1)
        place[seeds] = torch.arange(len(seeds))
        found, edges, newest = [seeds], [], seeds
        for most in self.fan_out:
            heard = self.heard(newest, most)
            edges.append(heard)
            senders = data.edge_index[0][heard].unique()
            newest = senders[place[senders] < 0]
            place[newest] = torch.arange(len(newest)) + sum(map(len, found))
            found.append(newest)
        nodes, edges = torch.cat(found), torch.cat(edges) if edges else torch.empty(0, dtype=torch.long)
        batch = Data(edge_index=place[data.edge_index[:, edges]], n_id=nodes, batch_size=len(seeds))
        for key in ("x", "y", "target"):
            batch[key] = data[key][nodes]
        for key in ("edge_weight", "edge_attr"):
            if data.get(key) is not None:
                batch[key] = data[key][edges]
        return batch


def neighbour_batches(data, nodes, batch_size, fan_out, shuffle=False):
    """Nodes in batches, each with whom it hears."""
    settings = {"batch_size": batch_size, "shuffle": shuffle}
    if WITH_PYG_LIB or WITH_TORCH_SPARSE:
        return NeighborLoader(data, num_neighbors=fan_out, input_nodes=nodes, **settings)
    return NeighbourBatches(data, nodes, fan_out=fan_out, **settings)


def train_in_batches(model, optimiser, loader, device):
    """One epoch; returns the mean loss over its nodes."""
    model.train()
    total = count = 0
    for batch in loader:
        batch = batch.to(device)
        optimiser.zero_grad()
        logits = model(batch)[:batch.batch_size]
        loss = F.cross_entropy(logits, batch.target[:batch.batch_size])
        loss.backward()
        optimiser.step()
        total, count = total + loss.item() * batch.batch_size, count + batch.batch_size
    return total / max(count, 1)`;

const distributed = ({ moves, stops }: Has): string => `@torch.no_grad()
def logits_in_batches(model, data, rank, world, device):
    """Every process computes the logits of its share of the nodes; all of them get all."""
    model.eval()
    logits = torch.zeros(data.num_nodes, len(CLASS_NAMES), device=device)
    for batch in neighbour_batches(data, torch.arange(rank, data.num_nodes, world), 1024, EVERYONE):
        batch = batch.to(device)
        logits[batch.n_id[:batch.batch_size]] = model(batch)[:batch.batch_size]
    torch.distributed.all_reduce(logits)
    return logits.cpu()


def distributed(args):
    """One model in many processes, started by torchrun: each has a share of the training nodes."""
    on_gpu = args.device.startswith("cuda")
    torch.distributed.init_process_group("nccl" if on_gpu else "gloo")
    rank, world = torch.distributed.get_rank(), torch.distributed.get_world_size()
    local_rank = int(os.environ["LOCAL_RANK"])
    device = torch.device("cuda", local_rank) if on_gpu else torch.device("cpu")
    if on_gpu:
        torch.cuda.set_device(device)
    # The first process of a machine downloads what is missing; the others wait for it.
    if local_rank > 0:
        torch.distributed.barrier()
    data = load_data(args)
    if local_rank == 0:
        torch.distributed.barrier()

    torch.manual_seed(args.seed)
    model = Net().to(device)
    if args.weights:
        model.load_state_dict(load_weights(args.weights))
    optimiser = make_optimiser(model)
    replica = DistributedDataParallel(model, device_ids=[local_rank] if on_gpu else None)

    # As many nodes for every process: some come twice where they do not divide evenly.
    torch.manual_seed(args.seed + rank)
    nodes = data.train_mask.nonzero().view(-1)
    each = -(-len(nodes) // world)
    share = nodes[torch.arange(rank, each * world, world) % len(nodes)]
    loader = neighbour_batches(data, share, max(1, BATCH_SIZE // world), FAN_OUT, shuffle=True)
${stops ? '    history = []\n' : ''}    for epoch in range(1, args.epochs + 1):
${moves ? '        move_settings(epoch - 1, model, optimiser)\n' : ''}        loss = train_in_batches(replica, optimiser, loader, device)
${
  stops
    ? `        scores = scores_of(logits_in_batches(model, data, rank, world, device), data)
        if rank == 0:
            print(f"epoch {epoch:4d}  loss {loss:.4f}  {text_of(scores)}")
        history.append(scores)
        if stops(history):
            break`
    : `        if epoch % 10 == 0 or epoch == args.epochs:
            scores = scores_of(logits_in_batches(model, data, rank, world, device), data)
            if rank == 0:
                print(f"epoch {epoch:4d}  loss {loss:.4f}  {text_of(scores)}")`
}
    logits = logits_in_batches(model, data, rank, world, device)
    if rank == 0:
        save(model, args)
        finish(logits, data, args)
    torch.distributed.destroy_process_group()`;

/** @param layers as built */
export function sampledPart(
  run: RunSpec,
  layers: readonly LayerSpec[],
  has: Has,
): { readonly batches: string; readonly distributed: string } {
  const size = run.training.batchSize > 0 ? run.training.batchSize : BATCH_SIZE;
  return {
    batches: `BATCH_SIZE = ${size}\n${fanOutPart(layers)}\n\n\n${SAMPLER}`,
    distributed: distributed(has),
  };
}
