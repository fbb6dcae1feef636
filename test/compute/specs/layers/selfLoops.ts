/** Every kind of layer on a graph with self-loops of its own against PyTorch Geometric, from test/golden/selfLoops.json. */
import { describe, expect, it } from 'vitest';
import { LAYERS } from '../../../../src/data/run/layers/layers';
import { validateLayer } from '../../../../src/data/run/validate';
import golden from '../../../golden/selfLoops.json';
import { expectClose } from '../support';
import { gradientsOfLayer, graphOf, outputOf } from './alone';
import { expectRoles, rolesOf, titleOf } from './golden';

type Case = (typeof golden.cases)[number];

const AGREEMENT = 1e-6;
/** Of sums over all nodes and edges in float32. */
const AGREEMENT_OF_GRADIENTS = 1e-5;

const EDGES = { source: Int32Array.from(golden.source), target: Int32Array.from(golden.target) };
const PLAIN = graphOf(golden.numNodes, EDGES);
const WEIGHTED = graphOf(golden.numNodes, EDGES, Float32Array.from(golden.weight));

const NAMED = golden.cases.map((given): [string, Case] => [titleOf(given), given]);

export function selfLoopsSpec(): void {
  it('every kind of layer that hears others has been compared on self-loops', () => {
    const compared = new Set(golden.cases.map(({ spec }) => spec.kind));
    expect(LAYERS.map(({ id }) => id).filter((id) => !compared.has(id))).toEqual(['linear']);
  });

  describe.each(NAMED)('with self-loops PyTorch Geometric agrees on %s:', (_title, given) => {
    const spec = validateLayer(given.spec);
    const graph = given.graph === 'weighted' ? WEIGHTED : PLAIN;
    const parameters = rolesOf(given.parameters);

    it('in the output', async () => {
      expectClose(await outputOf(spec, graph, given.x, parameters), given.y, AGREEMENT);
    });

    it('in the gradients', async () => {
      const got = await gradientsOfLayer(spec, graph, given.x, parameters, given.dy);
      expectClose(got.dx, given.dx, AGREEMENT_OF_GRADIENTS);
      expectRoles(got.parameters, rolesOf(given.gradients), AGREEMENT_OF_GRADIENTS);
    });
  });
}
