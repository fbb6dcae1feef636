/** Which panels have anything in them: the sender of a link may have hidden all that stands in one. */
import type { AppState } from '../../state/appState';
import type { ControlId } from '../../state/controls';
import { guardOf } from '../../state/guards';
import type { PanelId, TabId, ViewSpec } from '../../state/viewSpec';

const IN: Readonly<Record<PanelId, readonly ControlId[]>> = {
  build: ['data', 'model', 'training'],
  inspect: ['inspector'],
  charts: ['charts', 'runs'],
};

type Guards = Pick<ViewSpec, 'locked' | 'hidden'>;

const areHidden = (view: Guards, controls: readonly ControlId[]): boolean =>
  controls.every((control) => guardOf(view, control) === 'hidden');

/** The table of nodes stands in the place of the charts; it belongs to the inspector. */
export const isTableShown = (view: Guards & Pick<ViewSpec, 'table'>): boolean =>
  view.table && guardOf(view, 'inspector') !== 'hidden';

/** A set that could not be had is told of in the data panel, with what helps: it is shown in any case. */
export const isDataNeeded = ({ data }: Pick<AppState, 'data'>): boolean => data.kind === 'failed';

/** Panels that are not there, on a wide screen. */
export const panelsMissing = (state: Pick<AppState, 'view' | 'data'>): readonly PanelId[] =>
  (['build', 'inspect', 'charts'] as const).filter(
    (panel) =>
      areHidden(state.view, IN[panel]) &&
      !(panel === 'build' && isDataNeeded(state)) &&
      !(panel === 'charts' && isTableShown(state.view)),
  );

/** On a narrow screen the build panel holds the seed as well, which stands in the bar of a wide one. */
export const isTabMissing = (state: Pick<AppState, 'view' | 'data'>, tab: TabId): boolean =>
  tab !== 'canvas' &&
  tab !== 'embedding' &&
  panelsMissing(state).includes(tab) &&
  !(tab === 'build' && guardOf(state.view, 'seed') !== 'hidden');

/** What a narrow screen shows. */
export const tabShown = (state: Pick<AppState, 'view' | 'data'>): TabId =>
  isTabMissing(state, state.view.tab) ? 'canvas' : state.view.tab;
