/** Every kind of layer against PyTorch Geometric, from test/golden/layers.json. */
import { tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { featureTensor } from '../../../../src/compute/nn/features';
import { karate } from '../../../../src/data/generators/karate';
import type { Features, GraphData } from '../../../../src/data/graph/graphData';
import { LAYERS } from '../../../../src/data/run/layers/layers';
import { validateLayer } from '../../../../src/data/run/validate';
import golden from '../../../golden/layers.json';
import { expectClose, gradientsOf, leakOf } from '../support';
import { alone, gradientsOfLayer, graphOf, outputOf, type Roles } from './alone';

type Case = (typeof golden.cases)[number];

/** Agreement that is asked for with PyTorch Geometric. */
const AGREEMENT = 1e-4;

const SMALL = graphOf(
  golden.small.numNodes,
  { source: Int32Array.from(golden.small.source), target: Int32Array.from(golden.small.target) },
  Float32Array.from(golden.small.weight),
);

const FEATURED: GraphData = {
  ...SMALL,
  edgeFeatures: {
    numRows: golden.small.source.length,
    numCols: golden.small.edgeFeatures.length / golden.small.source.length,
    values: Float32Array.from(golden.small.edgeFeatures),
  },
};

function graphOfCase({ graph }: Case): GraphData {
  if (graph === 'small') return SMALL;
  return graph === 'featured' ? FEATURED : karate('factions');
}

export function rolesOf(values: Readonly<Record<string, readonly number[] | undefined>>): Roles {
  const entries = Object.entries(values).flatMap(([role, list]) => (list ? [[role, list] as const] : []));
  return Object.fromEntries(entries);
}

function sparse({ numCols, x }: Case): Features {
  const numRows = x.length / numCols;
  const entries = x.flatMap((value, i) => (value === 0 ? [] : [i]));
  const rowPtr = Int32Array.from(
    { length: numRows + 1 },
    (_, row) => entries.filter((i) => i < row * numCols).length,
  );
  const colIndex = Int32Array.from(entries, (i) => i % numCols);
  const values = Float32Array.from(entries, (i) => x[i]);
  return { kind: 'sparse', matrix: { numRows, numCols, rowPtr, colIndex, values } };
}

async function gradientsFromSparse(given: Case): Promise<Roles> {
  const features = featureTensor(sparse(given));
  const layer = alone(validateLayer(given.spec), graphOfCase(given), given.numCols);
  const tensors = layer.tensorsOf(rolesOf(given.parameters));
  const numNodes = given.x.length / given.numCols;
  const dy = tensor2d(given.dy, [numNodes, given.dy.length / numNodes]);
  const gradients = await gradientsOf(() => layer.forward(features.input(null), tensors), tensors, dy);
  for (const each of [dy, ...tensors]) each.dispose();
  layer.dispose();
  features.dispose();
  return layer.named(gradients);
}

export function expectRoles(got: Roles, expected: Roles, agreement = AGREEMENT): void {
  expect(Object.keys(got).sort()).toEqual(Object.keys(expected).sort());
  for (const [role, values] of Object.entries(expected)) expectClose(got[role], values, agreement);
}

interface Titled {
  readonly spec: { readonly kind: string };
  readonly graph: string;
}

export function titleOf({ spec, graph }: Titled): string {
  const settings = Object.entries(spec).filter(
    ([key]) => !['kind', 'width', 'activation', 'bias'].includes(key),
  );
  return [spec.kind, ...settings.map(([key, value]) => `${key} ${value}`), `on ${graph}`].join(', ');
}

const NAMED = golden.cases.map((given): [string, Case] => [titleOf(given), given]);

export function layerGoldenSpec(): void {
  it('every kind of layer with messages of its own has been compared with PyTorch Geometric', () => {
    const compared = new Set(golden.cases.map(({ spec }) => spec.kind));
    // Whole training steps of GCN are compared in gcnKarateStep.
    const rest = LAYERS.map(({ id }) => id).filter((id) => !compared.has(id));
    expect(rest).toEqual(['gcn']);
  });

  describe.each(NAMED)('PyTorch Geometric agrees on %s:', (_title, given) => {
    const spec = validateLayer(given.spec);
    const parameters = rolesOf(given.parameters);

    it('in the output', async () => {
      expectClose(await outputOf(spec, graphOfCase(given), given.x, parameters), given.y, AGREEMENT);
    });

    it('in the gradients of the input and of all parameters', async () => {
      const got = await gradientsOfLayer(spec, graphOfCase(given), given.x, parameters, given.dy);
      expectClose(got.dx, given.dx, AGREEMENT);
      expectRoles(got.parameters, rolesOf(given.gradients));
    });

    it('in the gradients of all parameters where the input is sparse', async () => {
      expectRoles(await gradientsFromSparse(given), rolesOf(given.gradients));
    });

    it('and no tensor is left behind', async () => {
      const left = await leakOf(async () => {
        await gradientsOfLayer(spec, graphOfCase(given), given.x, parameters, given.dy);
        await gradientsFromSparse(given);
      });
      expect(left).toBe(0);
    });
  });
}
