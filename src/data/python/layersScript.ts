/** The script of a model of layers, from its parts. */
import type { GraphData } from '../graph/graphData';
import type { RunSpec } from '../run/runSpec';
import { dataPart, type DataPart } from './dataPart';
import { graphFacts } from './graphFacts';
import { headPart, importLines, type Command } from './headPart';
import { mainPart } from './mainPart';
import { definitionsOf, modelPart } from './modelPart';
import { modelName } from './names';
import { optimiserPart } from './optimiserPart';
import { sampledPart } from './sampledPart';
import { SCORES_PART } from './scoresPart';
import { settingsPart } from './settingsPart';
import { stoppingPart } from './stoppingPart';
import { timelinePart } from './timelinePart';
import { trainingPart } from './trainingPart';
import { layersAsBuilt } from '../run/layers/lastLayer';
import { WEIGHTS_PART } from './weightsPart';
import { writtenLayers } from './writtenLayers';

export interface Script {
  readonly script: string;
  readonly files: DataPart['files'];
}

const commands = (stem: string): readonly Command[] => [
  { does: 'To train it', command: `python ${stem}.py` },
  {
    does: 'To take the weights of the playground as they are',
    command: `python ${stem}.py --weights ${stem}.safetensors --epochs 0`,
  },
  {
    does: 'To train it in several processes, on batches of sampled neighbours',
    command: `torchrun --nproc_per_node=2 ${stem}.py --distributed`,
  },
];

const MANY_NODES = 20_000;

function remarks({ training, model }: RunSpec, graph: GraphData): readonly string[] {
  const { features, numNodes, edgeWeight } = graph;
  return [
    'With the weights of the playground the logits are the same, up to rounding.',
    'Random numbers (first weights, dropout) differ, so a training of its own ends with about the same accuracy and',
    'not with the same numbers.',
    ...(training.batchSize > 0
      ? [
          'NeighborLoader samples one part of the graph for all layers of a batch; the playground, one for each layer.',
        ]
      : []),
    ...(model.layers.some(({ norm }) => norm === 'batch')
      ? ['In batches, batch norm takes the statistics of all nodes at hand.']
      : []),
    ...(edgeWeight?.some((weight) => weight < 0)
      ? [
          'Where negative weights make a degree negative, PyTorch Geometric gives NaN, the playground an empty row.',
        ]
      : []),
    ...(features.kind === 'identity' && numNodes > MANY_NODES
      ? [
          `One-hot features are ${numNodes} x ${numNodes} numbers here: think of a table of embeddings instead.`,
        ]
      : []),
  ];
}

const SAVE = `def save(model, args):
    if args.save:
        torch.save(model.state_dict(), args.save)`;

const MAIN = `    if args.distributed:
        return distributed(args)
    torch.manual_seed(args.seed)
    data = load_data(args).to(args.device)
    model = Net().to(args.device)
    if args.weights:
        model.load_state_dict(load_weights(args.weights))
    train(model, data, args.epochs)
    save(model, args)
    finish(logits_of(model, data), data, args)`;

/** @param graph as it is at the epoch, edits included; @param stem of file names */
export function layersScript(run: RunSpec, graph: GraphData, epoch: number, stem: string): Script {
  const facts = graphFacts(graph);
  const specs = layersAsBuilt(run, graph);
  const layers = writtenLayers(specs, facts);
  const data = dataPart(run, graph, epoch, stem);
  const timeline = timelinePart(run);
  const stopping = stoppingPart(run, facts);
  const has = { moves: timeline !== null, stops: stopping !== null };
  const sampled = sampledPart(run, specs, has);
  const head = headPart({ run, graph, epoch, data, commands: commands(stem), remarks: remarks(run, graph) });
  const imports = importLines(
    [...new Set(['argparse', 'json', 'os', ...data.imports])],
    [
      ['torch.nn.parallel', ['DistributedDataParallel']],
      ['torch_geometric.data', ['Data']],
      ['torch_geometric.datasets', data.source === 'planetoid' ? ['Planetoid'] : []],
      ['torch_geometric.loader', ['NeighborLoader']],
      ['torch_geometric.nn', [...new Set(layers.flatMap(({ text }) => text.imports ?? []))]],
      ['torch_geometric.nn.inits', ['glorot']],
      ['torch_geometric.typing', ['WITH_PYG_LIB', 'WITH_TORCH_SPARSE']],
    ],
  );
  const main = mainPart(run, data, {
    body: MAIN,
    argumentLines: [
      `parser.add_argument("--weights", help="start from these, for example ${stem}.safetensors")`,
      'parser.add_argument("--distributed", action="store_true", help="when started by torchrun")',
      'parser.add_argument("--save", help="write the weights to this file, for torch.load")',
    ],
  });
  const parts = [
    `${head}\n${imports}\n\n${settingsPart(run, layers, has.stops)}`,
    data.code,
    ...definitionsOf(layers),
    modelPart(layers, run, modelName(run.model.id)),
    optimiserPart(run, layers),
    ...(timeline ? [timeline] : []),
    ...(stopping ? [stopping] : []),
    SCORES_PART,
    ...(run.training.batchSize > 0 ? [sampled.batches] : []),
    trainingPart(run, has),
    '# Beyond one machine: batches of sampled neighbours, in as many processes as torchrun starts.',
    ...(run.training.batchSize > 0 ? [] : [sampled.batches]),
    sampled.distributed,
    WEIGHTS_PART,
    SAVE,
    main,
  ];
  return { script: `${parts.join('\n\n\n')}\n`, files: data.files };
}
