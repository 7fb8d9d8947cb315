/** The reader's settings as the options page shows them; their keeper is elsewhere. */
import type { TermId } from '../../data/schema.ts';

export interface Rejection {
  readonly form: string;
  readonly termId: TermId;
  readonly host: string | null;
}

export interface ReaderSettings {
  readonly version: 1;
  readonly mode: 'everywhere' | 'listed';
  readonly sites: Readonly<Record<string, 'on' | 'off'>>;
  readonly density: 'section' | 'page' | 'every';
  readonly hover: 'calm' | 'normal' | 'fast' | 'click';
  readonly theme: 'page' | 'light' | 'dark';
  readonly hasBadge: boolean;
  readonly rejections: readonly Rejection[];
}
