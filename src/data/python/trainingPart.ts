/** Training in a script, on one machine. */
import type { RunSpec } from '../run/runSpec';

const LOGITS = `@torch.no_grad()
def logits_of(model, data):
    model.eval()
    return model(data)`;

const WHOLE_GRAPH_STEP = `        model.train()
        optimiser.zero_grad()
        logits = model(data)
        loss = F.cross_entropy(logits[data.train_mask], data.target[data.train_mask])
        loss.backward()
        optimiser.step()
        loss = loss.item()`;

const BATCHED_STEP = '        loss = train_in_batches(model, optimiser, loader, data.x.device)';

const LOADER = `    nodes = data.train_mask.nonzero().view(-1).cpu()
    loader = neighbour_batches(data.clone().cpu(), nodes, BATCH_SIZE, FAN_OUT, shuffle=True)
`;

const STOPPED = `
        history.append(scores)
        if stops(history):
            print(f"stopped after epoch {epoch}")
            break`;

/** What of a recipe a script has code for. */
export interface Has {
  readonly moves: boolean;
  readonly stops: boolean;
}

export function trainingPart(run: RunSpec, { moves, stops }: Has): string {
  const isBatched = run.training.batchSize > 0;
  return `${LOGITS}


def train(model, data, epochs):
    optimiser = make_optimiser(model)
${isBatched ? LOADER : ''}${stops ? '    history = []\n' : ''}    for epoch in range(1, epochs + 1):
${moves ? '        move_settings(epoch - 1, model, optimiser)\n' : ''}${isBatched ? BATCHED_STEP : WHOLE_GRAPH_STEP}
        scores = scores_of(logits_of(model, data), data)
        if epoch % 10 == 0 or epoch == epochs:
            print(f"epoch {epoch:4d}  loss {loss:.4f}  {text_of(scores)}")${stops ? STOPPED : ''}`;
}
