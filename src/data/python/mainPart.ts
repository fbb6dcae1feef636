/** The end of a script: its arguments, and what is done with them. */
import type { RunSpec } from '../run/runSpec';
import type { DataPart } from './dataPart';
import { text } from './literals';

export interface MainOptions {
  /** Lines that add arguments of the script's own. */
  readonly argumentLines: readonly string[];
  /** Statements of main(), from the parsed arguments on. */
  readonly body: string;
}

export function mainPart(
  run: RunSpec,
  { source, files }: DataPart,
  { argumentLines, body }: MainOptions,
): string {
  const lines = [
    'parser = argparse.ArgumentParser()',
    ...(source === 'planetoid'
      ? ['parser.add_argument("--root", default="data", help="where the data set is kept")']
      : []),
    ...files.map(
      ({ name }) =>
        `parser.add_argument("--data", default=os.path.join(os.path.dirname(__file__), ${text(name)}))`,
    ),
    'parser.add_argument("--epochs", type=int, default=EPOCHS)',
    `parser.add_argument("--seed", type=int, default=${run.seed})`,
    'parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")',
    ...argumentLines,
    'parser.add_argument("--logits", help="write the logits of all nodes to this .npy file")',
    'return parser.parse_args()',
  ];
  return `def parsed_arguments():
${lines.map((line) => `    ${line}`).join('\n')}


def finish(logits, data, args):
    """Scores, and what became of each class: its nodes for testing, or all of them where there are none."""
    print("at the end  " + text_of(scores_of(logits, data)))
    judged = (data.test_mask if data.test_mask.any() else torch.ones_like(data.test_mask)) & (data.y >= 0)
    predicted = logits.argmax(dim=1)
    for index, name in enumerate(CLASS_NAMES):
        nodes = judged & (data.y == index)
        if nodes.any():
            print(f"{(predicted[nodes] == index).float().mean():.3f} of {int(nodes.sum()):5d}  {name!r}")
    if args.logits:
        np.save(args.logits, logits.cpu().numpy())


def main():
    args = parsed_arguments()
${body}


if __name__ == "__main__":
    main()`;
}
