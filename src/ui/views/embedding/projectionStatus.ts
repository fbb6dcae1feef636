import type { ProjectionPicture } from '../../../data/run/pictures';
import { BOUNDARY_TEXTS } from '../../canvas/ground';
import { writeCount } from '../../widgets/numbers';

/** How far the picture can be taken for the embedding: null where there is none. */
export function projectionStatus(projection: ProjectionPicture | null): string | null {
  if (projection?.kind !== 'points') return null;
  const { settled, progress, epoch } = projection;
  if (settled) return `settled, epoch ${writeCount(epoch)}`;
  return progress < 1 && progress > 0
    ? `settling ${Math.round(100 * progress)} %`
    : `preview, epoch ${writeCount(epoch)}`;
}

/** Which decision boundary lies behind the nodes; null where there is none. */
export function boundaryText(projection: ProjectionPicture | null): string | null {
  if (projection?.kind !== 'points' || projection.method !== 'axes' || !projection.readout) return null;
  return BOUNDARY_TEXTS[projection.readout.of];
}
