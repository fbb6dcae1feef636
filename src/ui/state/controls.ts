/**
 * Groups of controls that the sender of a link can lock (seen, not touched) or hide. A group is marked in the page by
 * `<Guarded control="…">`.
 */
export const CONTROLS = [
  { id: 'data', name: 'data set' },
  { id: 'task', name: 'task and its settings' },
  { id: 'model', name: 'model and its layers' },
  { id: 'training', name: 'training settings' },
  { id: 'seed', name: 'seed' },
  { id: 'pace', name: 'pace' },
  { id: 'edit', name: 'editing the graph and its labels' },
  { id: 'colours', name: 'colours' },
  { id: 'projection', name: 'layer and projection' },
  { id: 'inspector', name: 'inspector' },
  { id: 'time', name: 'slider of epochs' },
  { id: 'charts', name: 'charts' },
  { id: 'runs', name: 'runs and seeds' },
  { id: 'out', name: 'export' },
] as const;
export type ControlId = (typeof CONTROLS)[number]['id'];
