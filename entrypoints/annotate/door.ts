/**
 * The door between the script of every frame and its companion, which comes when a term was found
 * there or the popup asks. Both run in the extension's world, so the page sees neither.
 */
import type { DocumentKind } from '../../page/document-kind.ts';
import type { PageReader } from '../../page/page-reader.ts';

/** One stretch of being switched on. */
export interface Stretch {
  /** As storage holds them. */
  readonly settings: unknown;
  readonly reader: PageReader;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** What a frame's script knows of its frame. */
export interface Frame {
  /** The site of the tab. */
  readonly site: string;
  readonly kind: DocumentKind;
  /** Whether there is no room for a card in it as it is now. */
  isSmall(): boolean;
  /** Undefined where it is switched off, and while there is nothing to read. */
  stretch(): Stretch | undefined;
  /** Begins where there is no word to read, too: a smaller frame has a card to show. */
  begin(): Promise<void>;
  /** Applies settings that storage has not told of yet. */
  take(settings: unknown): void;
  /** The extension was updated or removed under the page. */
  end(): void;
  /** Ends all of it. */
  readonly signal: AbortSignal;
}

/** The companion, once it has joined a frame's script. */
export interface Companion {
  /** A stretch has begun or ended. */
  onStretch(stretch: Stretch | undefined): void;
  /** Takes settings in without a new start. @returns false where a new start is needed. */
  accepts(settings: unknown): boolean;
  /** The document was emptied and written anew: its listeners are gone. */
  onRewritten(): void;
}

export type Join = (frame: Frame) => Companion;

/** Where a frame's script can be found. */
const KEY = 'glosslightFrame';

type World = Record<string, unknown>;

/** @param welcome gets the companion's way to join each time its script runs. */
export function openDoor(welcome: (join: Join) => void): void {
  (globalThis as unknown as World)[KEY] = welcome;
}

/** Joins the script of this frame; does nothing where there is none. */
export function knock(join: Join): void {
  const welcome = (globalThis as unknown as World)[KEY];
  if (typeof welcome === 'function') welcome(join);
}
