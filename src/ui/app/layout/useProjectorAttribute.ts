import { useLayoutEffect } from 'react';
import { useAppState } from '../../state/hooks';

/** Keeps `<html data-projector>` while type and marks are large. */
export function useProjectorAttribute(): void {
  const projector = useAppState((state) => state.view.projector);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (projector) dataset.projector = '';
    else delete dataset.projector;
  }, [projector]);
}
