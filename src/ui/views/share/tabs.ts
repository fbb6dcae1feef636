/** The pages of the dialog, in order. Each is loaded when it is first looked at. */
import type { ComponentType } from 'react';
import type { ControlId } from '../../state/controls';
import { later, type Later } from '../../widgets/later';
import type { ShareOptions } from './shareOptions';

export interface TabProps {
  readonly options: ShareOptions;
  readonly onOptions: (next: ShareOptions) => void;
}

export interface ShareTab {
  readonly id: string;
  readonly name: string;
  readonly page: Later<{ readonly default: ComponentType<TabProps> }>;
  /** The group of controls that the page belongs to, where a sender can lock or hide it. */
  readonly control?: ControlId;
}

export const SHARE_TABS: readonly ShareTab[] = [
  { id: 'link', name: 'Link', page: later(() => import('./LinkTab')) },
  { id: 'embed', name: 'Embed', page: later(() => import('./EmbedTab')) },
  { id: 'picture', name: 'Picture', control: 'out', page: later(() => import('./PictureTab')) },
  { id: 'files', name: 'Files', control: 'out', page: later(() => import('./FilesTab')) },
  { id: 'python', name: 'Python', control: 'out', page: later(() => import('./PythonTab')) },
];
