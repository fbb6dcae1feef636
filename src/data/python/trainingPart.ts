/** Training and judging in a script, on one machine. */
import type { RunSpec } from '../spec/runSpec';

const EVALUATION = `def scores_of(logits, data):
    """The share of right predictions on each part, and the validation loss."""
    known = data.y >= 0
    right = logits.argmax(dim=1) == data.y
    parts = {"train": data.train_mask, "val": data.val_mask, "test": data.test_mask, "all": known}
    scores = {
        part: right[mask & known].float().mean().item()
        for part, mask in parts.items() if (mask & known).any()
    }
    judged = data.val_mask & known
    if judged.any():
        scores["val_loss"] = F.cross_entropy(logits[judged], data.y[judged]).item()
    return scores


@torch.no_grad()
def logits_of(model, data):
    model.eval()
    return model(data)


def line_of(epoch, loss, scores):
    return f"epoch {epoch:4d}  loss {loss:.4f}  " + "  ".join(f"{part} {value:.4f}" for part, value in scores.items())


def report(logits, data):
    """What became of each class: its nodes for testing, or all of them where there are none."""
    judged = (data.test_mask if data.test_mask.any() else torch.ones_like(data.test_mask)) & (data.y >= 0)
    predicted = logits.argmax(dim=1)
    for index, name in enumerate(CLASS_NAMES):
        nodes = judged & (data.y == index)
        if nodes.any():
            print(f"{(predicted[nodes] == index).float().mean():.3f} of {int(nodes.sum()):5d}  {name}")`;

const WHOLE_GRAPH_STEP = `        model.train()
        optimiser.zero_grad()
        logits = model(data)
        loss = F.cross_entropy(logits[data.train_mask], data.target[data.train_mask])
        loss.backward()
        optimiser.step()
        loss = loss.item()`;

const BATCHED_STEP = '        loss = train_in_batches(model, optimiser, loader, device)';

const LOADER = `    device = data.x.device
    nodes = data.train_mask.nonzero().view(-1).cpu()
    loader = neighbour_batches(data.cpu(), nodes, BATCH_SIZE, FAN_OUT, shuffle=True)
    data = data.clone().to(device)
`;

export function trainingPart(
  run: RunSpec,
  { moves, stops }: { readonly moves: boolean; readonly stops: boolean },
): string {
  const isBatched = run.training.batchSize > 0;
  return `${EVALUATION}


def train(model, data, epochs):
    optimiser = make_optimiser(model)
${isBatched ? LOADER : ''}${stops ? '    history = []\n' : ''}    for epoch in range(1, epochs + 1):
${moves ? '        move_settings(epoch - 1, model, optimiser)\n' : ''}${isBatched ? BATCHED_STEP : WHOLE_GRAPH_STEP}
        scores = scores_of(logits_of(model, data), data)
        if epoch % 10 == 0 or epoch == epochs:
            print(line_of(epoch, loss, scores))${
              stops
                ? `
        history.append(scores)
        if stops(history):
            print(line_of(epoch, loss, scores), " stopped early")
            break`
                : ''
            }`;
}
