/** The layout worker: ForceAtlas2 until it rests, telling where the nodes are on the way. */
import { layoutGraph } from '../data/graph/layout/layoutGraph';
import type { LayoutCalls, LayoutEvent } from './protocol';
import { serve } from './wire';
import { workerScope } from './workerScope';

const scope = workerScope();

serve<LayoutCalls>(scope, {
  layout: ({ numNodes, source, target, seed }) => {
    const run = layoutGraph(numNodes, { source, target }, seed);
    let step = run.next();
    for (; !step.done; step = run.next())
      scope.postMessage({ kind: 'positions', ...step.value } satisfies LayoutEvent, []);
    return step.value;
  },
});
