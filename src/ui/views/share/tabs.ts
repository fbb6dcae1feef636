/** The pages of the dialog, in order. Each is loaded when it is first looked at. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { ControlId } from '../../state/controls';
import type { ShareOptions } from './shareOptions';

export interface TabProps {
  readonly options: ShareOptions;
  readonly onOptions: (next: ShareOptions) => void;
}

export interface ShareTab {
  readonly id: string;
  readonly name: string;
  readonly component: LazyExoticComponent<ComponentType<TabProps>>;
  /** The group of controls that the page belongs to, where a sender can lock or hide it. */
  readonly control?: ControlId;
}

export const SHARE_TABS: readonly ShareTab[] = [
  { id: 'link', name: 'Link', component: lazy(() => import('./LinkTab')) },
  { id: 'embed', name: 'Embed', component: lazy(() => import('./EmbedTab')) },
  { id: 'picture', name: 'Picture', control: 'out', component: lazy(() => import('./PictureTab')) },
  { id: 'files', name: 'Files', control: 'out', component: lazy(() => import('./FilesTab')) },
  { id: 'python', name: 'Python', control: 'out', component: lazy(() => import('./PythonTab')) },
];
