/** How a script judges logits: see compute/tasks/logits.ts. */
export const SCORES_PART = `def scores_of(logits, data):
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


def text_of(scores):
    return "  ".join(f"{part} {value:.4f}" for part, value in scores.items())`;
