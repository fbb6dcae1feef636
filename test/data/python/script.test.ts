/** What stands in a script, and that Python can read every one of them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { citations } from '../../../src/data/generators/citations';
import { karate } from '../../../src/data/generators/karate';
import { readNpy } from '../../../src/data/formats/npy';
import { readSafetensors } from '../../../src/data/formats/safetensors/read';
import type { GraphData } from '../../../src/data/graph/graphData';
import { pythonProject } from '../../../src/data/python/pythonProject';
import { plain, text } from '../../../src/data/python/literals';
import { defaultRun } from '../../../src/data/run/defaults';
import { withEdge, NO_EDITS } from '../../../src/data/run/edits';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import { MODELS } from '../../../src/data/run/models';
import type { RunSpec } from '../../../src/data/run/runSpec';
import { hasPython, inFolder, plainTitleOf, PYTHON } from './python';
import { directed } from './graphs';

const run = defaultRun({ id: 'karate', labelling: null });

const scriptOf = (of: RunSpec, graph: GraphData = karate(null), epoch = 0): string =>
  pythonProject({ run: of, graph, epoch, weights: null }).script;

/** Ends strings, lines, comments, docstrings and formats, or tries to. */
const HOSTILE = [
  '"""\nopen("owned", "w")\n"""',
  "'''\\\nopen('owned', 'w')",
  '\\"); open("owned", "w") #',
  '{open("owned", "w")} %(prog)s %d {0} {name}',
  'line\r\nopen("owned", "w")\u2028open("owned", "w")\u2029\f\v\0',
  'a\u202Eb\u2066c\ud800d\u{1F600}é\\N{BULLET}\\x41\\',
];

function hostileGraph(): GraphData {
  const graph = karate('modularity');
  return {
    ...graph,
    name: HOSTILE.join(' '),
    features: {
      kind: 'dense',
      matrix: { numRows: 34, numCols: HOSTILE.length, values: new Float32Array(34 * HOSTILE.length) },
    },
    featureNames: HOSTILE,
    nodeNames: graph.nodeNames!.map((_, i) => HOSTILE[i % HOSTILE.length]!),
    labelling: {
      ...graph.labelling,
      id: HOSTILE[0]!,
      name: HOSTILE[1]!,
      classNames: HOSTILE.slice(2, 6),
    },
  };
}

/** Stands for PyTorch and all the rest: the script's own statements are run, and nothing else. */
const STUB = `
import sys, types
class Anything(types.ModuleType):
    __path__ = []
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return type(name, (), {"__init__": lambda self, *a, **k: None, "__call__": lambda self, f: f,
                               "__class_getitem__": None})
for name in ("numpy torch torch.nn torch.nn.functional torch.nn.parallel torch_geometric torch_geometric.data "
             "torch_geometric.datasets torch_geometric.loader torch_geometric.nn torch_geometric.nn.inits "
             "torch_geometric.typing").split():
    sys.modules[name] = Anything(name)
for name in list(sys.modules):
    parent, _, last = name.rpartition(".")
    if parent in sys.modules and isinstance(sys.modules[name], Anything):
        setattr(sys.modules[parent], last, sys.modules[name])
sys.modules["torch"].no_grad = lambda: (lambda f: f)
import json, runpy
module = runpy.run_path(sys.argv[1], run_name="not main")
print(json.dumps([module["CLASS_NAMES"], module["FEATURE_NAMES"]]))
`;

describe('names in a script', () => {
  it('are literals that Python reads back as they were', () => {
    expect(text('a "quoted" \\ name')).toBe('"a \\"quoted\\" \\\\ name"');
    expect(text('line\nend')).toBe('"line\\u000aend"');
    expect(text('\u{1F600} é')).toBe('"\u{1F600} é"');
    expect(text('\u202E')).toBe('"\\u202e"');
    expect(text('\u{E0001}')).toBe('"\\U000e0001"');
  });

  it('stay on one line of a comment, without quotes and backslashes', () => {
    for (const name of HOSTILE) expect(plain(name)).not.toMatch(/["\\\n\r\u2028\u2029\0\f\v]/);
    expect(plain('x'.repeat(1000)).length).toBeLessThan(100);
  });

  it.skipIf(!hasPython).each(['gcn', 'node2vec', 'labelPropagation'])(
    plainTitleOf('run nothing of themselves, whatever they say: %s'),
    async (id) => {
      const model = MODELS.find((each) => each.id === id);
      const graph = hostileGraph();
      const { name, script } = pythonProject({
        run: defaultRun({ id: 'karate', labelling: 'modularity' }, 0, model),
        graph,
        epoch: 0,
        weights: null,
      });
      expect(name).toMatch(/^[a-z0-9_]+\.py$/);
      await inFolder(async (folder) => {
        writeFileSync(join(folder, name), script);
        const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', STUB, name], {
          cwd: folder,
          encoding: 'utf8',
        });
        expect(stderr).toBe('');
        expect(status).toBe(0);
        expect(JSON.parse(stdout)).toEqual(
          [graph.labelling.classNames, HOSTILE].map((names) => names.map((each) => each.toWellFormed())),
        );
        const made = spawnSync(PYTHON, ['-c', 'import os; print(os.path.exists("owned"))'], {
          cwd: folder,
          encoding: 'utf8',
        });
        expect(made.stdout.trim()).toBe('False');
      });
    },
  );
});

describe('every script', () => {
  const scripts = MODELS.flatMap((model) => {
    const of = defaultRun({ id: 'karate', labelling: null }, 0, model);
    const moved: RunSpec = {
      ...of,
      training: { ...of.training, optimiser: 'sgd', earlyStopping: 'no better', batchSize: 4 },
      timeline: [{ epoch: 3, change: { learningRate: 0.5, dropout: 0.1 } }],
    };
    return [
      scriptOf(of),
      scriptOf(moved, directed(true)),
      scriptOf({ ...of, data: { id: 'cora', labelling: null } }),
    ];
  });

  it.skipIf(!hasPython)(plainTitleOf('is Python'), async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'scripts'));
      scripts.forEach((script, index) => writeFileSync(join(folder, 'scripts', `${index}.py`), script));
      const { stderr, stdout, status } = spawnSync(
        PYTHON,
        ['-W', 'error', '-m', 'compileall', '-q', 'scripts'],
        { cwd: folder, encoding: 'utf8' },
      );
      expect(stdout + stderr).toBe('');
      expect(status).toBe(0);
    });
  });

  it('has lines of at most 120 characters, no tab and no blank at an end', () => {
    for (const script of scripts)
      for (const line of script.split('\n')) {
        expect(line.length).toBeLessThanOrEqual(120);
        expect(line).not.toMatch(/\t|\s$/);
      }
  });
});

describe('the recipe in a script', () => {
  const layers = [
    defaultLayer('gcn', { bias: true, learningRate: 0 }),
    defaultLayer('gcn', { bias: true, weightDecay: 0.25 }),
    defaultLayer('gcn', { bias: true, learningRate: 0.125, activation: 'none' }),
  ];
  const own: RunSpec = {
    ...run,
    model: { id: 'gcn', layers, method: null },
    training: { ...run.training, weightDecay: 5e-4, decayOn: 'first layer' },
  };

  it('gives layers what they have of their own, and freezes those of rate 0', () => {
    const script = scriptOf(own);
    expect(script).toContain('for parameter in [self.conv1.lin.weight, self.conv1.bias]:');
    expect(script).toContain('{"params": [model.conv2.lin.weight], "weight_decay": 0.25},');
    expect(script).toContain('{"params": [model.conv2.bias], "weight_decay": 0.0},');
    expect(script).toMatch(
      /"params": \[\s+model\.conv3\.lin\.weight,\s+model\.conv3\.bias,\s+\],\s+"lr": 0\.125,\s+"weight_decay": 0\.0,/,
    );
    expect(script).not.toContain('params": [model.conv1');
  });

  it('moves settings where the run moved them, but none that a layer has of its own', () => {
    const script = scriptOf({
      ...own,
      timeline: [
        { epoch: 20, change: { learningRate: 0.5 } },
        { epoch: 20, change: { weightDecay: 0.125, learningRate: 0.25 } },
        { epoch: 40, change: { dropout: 0.75 } },
      ],
    });
    expect(script).toContain('20: {"learning_rate": 0.25, "weight_decay": 0.125},');
    expect(script).toContain('40: {"dropout": 0.75},');
    expect(script).toContain('"weight_decay": 0.25, "own_decay": True');
    expect(script).toContain('"own_rate": True');
    expect(script).toContain('self.dropout = DROPOUT');
  });

  it('stops early where the run does and there is something to go by', () => {
    const training = { ...run.training, earlyStopping: 'rising loss', patience: 7 } as const;
    const set = citations(0);
    expect(scriptOf({ ...run, data: { id: 'synthetic', labelling: null }, training }, set)).toMatch(
      /PATIENCE = 7[^]*def stops\(history\)/,
    );
    expect(scriptOf({ ...run, training })).not.toContain('stops(');
  });

  it('trains in batches with the fan-outs of the layers, last layer first', () => {
    const sampled: RunSpec = {
      ...run,
      model: {
        id: 'sage',
        layers: [
          defaultLayer('sage', { fanOut: 7 }),
          defaultLayer('linear'),
          defaultLayer('sage', { fanOut: 3 }),
        ],
        method: null,
      },
      training: { ...run.training, batchSize: 16 },
    };
    const script = scriptOf(sampled);
    expect(script).toContain('BATCH_SIZE = 16');
    expect(script).toContain('FAN_OUT = [3, 7]');
  });
});

describe('the graph in a script', () => {
  it('is loaded by its name where it is as published, and written out once it is edited', () => {
    const of = defaultRun({ id: 'cora', labelling: null });
    const graph = citations(0);
    expect(scriptOf(of, graph)).toContain('Planetoid(args.root, name="Cora", split="public")');
    const edits = withEdge(NO_EDITS, 0, 7);
    expect(scriptOf({ ...of, edits }, graph)).not.toContain('Planetoid');
    const later: RunSpec = { ...of, timeline: [{ epoch: 30, change: {}, edits }] };
    expect(scriptOf(later, graph, 29)).toContain('Planetoid');
    expect(scriptOf(later, graph, 30)).not.toContain('Planetoid');
    expect(scriptOf(later, graph, 30)).toContain('edited in mid-run, last at epoch 30');
  });

  it('stands in a file beside the script where it is large', () => {
    const graph = karate(null);
    const values = Float32Array.from({ length: 34 * 3000 }, (_, i) => Math.sin(i * i));
    const large: GraphData = {
      ...graph,
      features: { kind: 'dense', matrix: { numRows: 34, numCols: 3000, values } },
    };
    const { script, files } = pythonProject({ run, graph: large, epoch: 0, weights: null });
    expect(script.length).toBeLessThan(30_000);
    const [file] = files;
    expect(file!.name).toBe('gcn_karate_club.npz');
    const arrays = unzipSync(file!.bytes);
    const x = readNpy({ name: 'x.npy', bytes: arrays['x.npy']! });
    expect(x.shape).toEqual([34, 3000]);
    expect(x.values).toEqual(values);
    expect(readNpy({ name: 'edges.npy', bytes: arrays['edges.npy']! }).shape).toEqual([78, 2]);
  });

  it('calls the columns of x as the file does, on the data it loads too', () => {
    const values = new Float32Array(34 * 2);
    const named: GraphData = {
      ...karate(null),
      features: { kind: 'dense', matrix: { numRows: 34, numCols: 2, values } },
      featureNames: ['age', 'pay "gross"'],
    };
    const script = scriptOf(run, named);
    expect(script).toContain('FEATURE_NAMES = ["age", "pay \\"gross\\""]');
    expect(script).toContain('feature_names=FEATURE_NAMES,');
    expect(scriptOf(run, karate(null))).not.toMatch(/feature_names/i);
  });

  it('is the same text, and the same bytes, for the same run', () => {
    const input = { run, graph: karate(null), epoch: 0, weights: null };
    expect(pythonProject(input)).toEqual(pythonProject(input));
  });
});

describe('weights beside a script', () => {
  const one: RunSpec = {
    ...run,
    model: { id: 'gcn', layers: [defaultLayer('gcn', { bias: true })], method: null },
  };

  it('have PyTorch’s names and layout, and say what they are of', () => {
    const { files } = pythonProject({
      run: one,
      graph: karate(null),
      epoch: 12,
      weights: [
        { name: 'layers.0.weight', shape: [34, 2], values: Float32Array.from({ length: 68 }, (_, i) => i) },
        { name: 'layers.0.bias', shape: [2], values: Float32Array.of(5, 6) },
      ],
    });
    const { tensors, metadata } = readSafetensors(files[0]!.bytes);
    expect(tensors.map(({ name, shape }) => [name, ...shape])).toEqual([
      ['conv1.lin.weight', 2, 34],
      ['conv1.bias', 2],
    ]);
    expect([...tensors[0]!.values.subarray(0, 3)]).toEqual([0, 2, 4]);
    expect(metadata).toMatchObject({ format: 'pt', epoch: '12', graph: 'Karate Club' });
  });

  it('are refused where one is missing or of another size', () => {
    const weights = [{ name: 'layers.0.weight', shape: [34, 2], values: new Float32Array(68) }];
    const of = (given: typeof weights) => () =>
      pythonProject({ run: one, graph: karate(null), epoch: 0, weights: given });
    expect(of(weights)).toThrow(/'layers.0.bias', found none/);
    const short = { name: 'layers.0.bias', shape: [1], values: new Float32Array(1) };
    expect(of([...weights, short])).toThrow(/2 numbers for conv1.bias, got 1/);
  });
});
