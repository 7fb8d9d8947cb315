/** What the reader has chosen: the shape that storage keeps and the settings page shows. Types only. */
import type { TermId } from '../data/schema.ts';

/** “Not this meaning”: a form that does not stand for a term, on one site or everywhere. */
export interface Rejection {
  readonly form: string;
  readonly termId: TermId;
  /** Host, or null for everywhere. */
  readonly host: string | null;
}

export interface ReaderSettings {
  readonly version: 1;
  /** `everywhere`: all sites but those switched off. `listed`: only those switched on. */
  readonly mode: 'everywhere' | 'listed';
  /** The reader's word on single hosts. */
  readonly sites: Readonly<Record<string, 'on' | 'off'>>;
  /** Which mentions of one term are underlined. */
  readonly density: 'section' | 'page' | 'every';
  /** How soon a card opens; `click`: not by pointing. */
  readonly hover: 'calm' | 'normal' | 'fast' | 'click';
  /** Of cards and full pages; `page`: as the page under the card is. */
  readonly theme: 'page' | 'light' | 'dark';
  /** Whether the toolbar button counts the page's terms. */
  readonly hasBadge: boolean;
  readonly rejections: readonly Rejection[];
}
