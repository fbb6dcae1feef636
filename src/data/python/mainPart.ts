/** The end of a script: its arguments, and what is done with them. */
import type { RunSpec } from '../spec/runSpec';
import type { DataPart } from './dataPart';
import { text } from './literals';

export function mainPart(run: RunSpec, { source, files }: DataPart, stem: string): string {
  const where =
    source === 'planetoid'
      ? `    parser.add_argument("--root", default="data", help="where the data set is kept")\n`
      : files
          .map(({ name }) => `    parser.add_argument("--data", default=${text(name)}, help="the graph")\n`)
          .join('');
  return `def parsed_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
${where}    parser.add_argument("--weights", help="start from these, for example ${stem}.safetensors")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=${run.seed})
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--distributed", action="store_true", help="run under torchrun")
    parser.add_argument("--logits", help="write the logits of all nodes to this .npy file")
    parser.add_argument("--save", help="write the weights to this file, for torch.load")
    return parser.parse_args()


def finish(model, logits, data, args):
    print(line_of(args.epochs, float("nan"), scores_of(logits, data)))
    report(logits, data)
    if args.logits:
        np.save(args.logits, logits.cpu().numpy())
    if args.save:
        torch.save(model.state_dict(), args.save)


def main():
    args = parsed_arguments()
    if args.distributed:
        return distributed(args)
    torch.manual_seed(args.seed)
    data = load_data(args).to(args.device)
    model = Net().to(args.device)
    if args.weights:
        model.load_state_dict(load_weights(args.weights))
    train(model, data, args.epochs)
    finish(model, logits_of(model, data), data, args)


if __name__ == "__main__":
    main()`;
}
