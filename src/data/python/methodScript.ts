/** The script of a model without layers, from its parts. */
import { fail } from '../base/errors';
import type { GraphData } from '../graph/graphData';
import type { MethodSpec } from '../run/methods/methods';
import type { RunSpec } from '../run/runSpec';
import { dataPart } from './dataPart';
import { headPart, importLines } from './headPart';
import type { Script } from './layersScript';
import { mainPart } from './mainPart';
import { factorisation } from './methods/factorisation';
import { labelPropagation } from './methods/labelPropagation';
import type { MethodText } from './methods/method';
import { node2vec } from './methods/node2vec';
import { SCORES_PART } from './scoresPart';
import { WEIGHTS_PART } from './weightsPart';

function writeMethod(method: MethodSpec, run: RunSpec): MethodText {
  switch (method.kind) {
    case 'node2vec':
      return node2vec(method, run);
    case 'factorisation':
      return factorisation(method);
    case 'labelPropagation':
      return labelPropagation(method);
    default:
      return method satisfies never;
  }
}

const MAIN = `    torch.manual_seed(args.seed)
    data = load_data(args)
    finish(logits_of(data, args).cpu(), data.cpu(), args)`;

const ARGUMENTS = (stem: string): readonly string[] => [
  `parser.add_argument("--weights", help="take this embedding, for example ${stem}.safetensors")`,
  'parser.add_argument("--save", help="write the embedding to this .npy file")',
];

/** @param graph as it is at the epoch, edits included; @param stem of file names */
export function methodScript(run: RunSpec, graph: GraphData, epoch: number, stem: string): Script {
  const { method } = run.model;
  if (!method) throw fail('python', `expected a model without layers, got '${run.model.id}'`);
  const text = writeMethod(method, run);
  const data = dataPart(run, graph, epoch, stem);
  const head = headPart({
    run,
    graph,
    epoch,
    data,
    remarks: text.remarks,
    commands: [
      { does: 'To run it', command: `python ${stem}.py` },
      ...(text.hasEmbedding
        ? [
            {
              does: 'To take the embedding of the playground as it is',
              command: `python ${stem}.py --weights ${stem}.safetensors --epochs 0`,
            },
          ]
        : []),
    ],
  });
  const standard = ['argparse', ...(text.hasEmbedding ? ['json'] : []), ...data.imports];
  const imports = importLines(standard, [
    ['torch_geometric.data', data.source === 'planetoid' ? [] : ['Data']],
    ['torch_geometric.datasets', data.source === 'planetoid' ? ['Planetoid'] : []],
    ...(text.modules ?? []),
  ]);
  const parts = [
    `${head}\n${imports}\n\n${[`EPOCHS = ${run.training.epochs}`, ...text.settings].join('\n')}`,
    data.code,
    ...text.code,
    SCORES_PART,
    ...(text.hasEmbedding ? [WEIGHTS_PART] : []),
    mainPart(run, data, { body: MAIN, argumentLines: text.hasEmbedding ? ARGUMENTS(stem) : [] }),
  ];
  return { script: `${parts.join('\n\n\n')}\n`, files: data.files };
}
