/** What is written on a picture, and what its file is called. */
import { scoreOf } from '../../../data/run/records';
import { headlineOf } from '../../../data/run/tasks/tasks';
import type { PictureKind, PictureTexts } from '../../canvas/picture/picture';
import type { AppState } from '../../state/appState';
import { runStem } from '../../state/fileNames';
import { writeCount, writeShare } from '../../widgets/numbers';
import { METHODS } from '../embedding/methods';
import { runTitle } from '../runs/runText';

type Source = Pick<AppState, 'run' | 'training' | 'view' | 'graph' | 'projection'>;

export function pictureTexts({ run, training, view, projection }: Source): PictureTexts {
  const { epoch, records, layers } = training;
  const record = records[epoch];
  const metric = headlineOf(run);
  const test = record ? scoreOf(record, 'test', metric.id) : null;
  const shown = projection?.layer ?? view.layer;
  const layer = layers.find(({ id }) => id === shown)?.label ?? shown;
  const method = projection?.kind === 'points' ? projection.method : view.method;
  const methodName = METHODS.find(({ value }) => value === method)?.label ?? method;
  const result = !record
    ? ''
    : test === null
      ? `, ${metric.name} ${writeShare(scoreOf(record, 'all', metric.id))}`
      : `, test ${metric.name} ${writeShare(test)}`;
  return {
    titles: { graph: 'Graph', embedding: `Embedding: ${layer}, ${methodName}` },
    caption: `${runTitle(run, view.hidden)} · epoch ${writeCount(epoch)}${result}`,
  };
}

/** `cora-gcn-epoch-120-both.png`. */
export const pictureName = (state: Source, kind: PictureKind, ending: 'png' | 'svg'): string =>
  `${runStem(state)}-${kind}.${ending}`;
