import type { ProjectionMethod } from '../../../data/run/pictures';
import type { Option } from '../../widgets/Select';

export const METHODS: readonly Option<ProjectionMethod>[] = [
  { value: 'umap', label: 'UMAP', hint: 'Keeps near nodes near; distances between groups mean little' },
  {
    value: 'pca',
    label: 'PCA',
    hint: 'The two directions along which the nodes differ most: a linear projection',
  },
  { value: 'axes', label: 'raw axes', hint: 'The two units of a layer as they are' },
  {
    value: 'umap-js',
    label: 'umap-js',
    hint: 'The reference that our UMAP is measured against, some ten times slower',
  },
];
