/** What a card is to show, and how, out of a mention and what the reader did with it. */
import type { TermId } from '../data/schema.ts';
import type { CardRecord } from '../glossary/card-record.ts';
import type { CardView } from './card-bundle.ts';
import type { CardPhase } from './card-intent.ts';
import type { CardMention } from './card-mention.ts';

export type OpenMode = Extract<CardPhase, { kind: 'open' }>['mode'];

export interface Showing extends Pick<CardView, 'pageDate' | 'place' | 'pointer' | 'theme'> {
  readonly mode: OpenMode;
  /** Terms gone through inside the card, the last one shown. */
  readonly path: readonly TermId[];
}

/** Viewport below which a card has no room beside its word, in px. */
const SHEET = { width: 480, height: 400 } as const;

export function cardViewOf(
  view: Window,
  record: CardRecord,
  { rects, anchor, why }: CardMention,
  { mode, path, place, pageDate, pointer, theme }: Showing,
): CardView {
  const isSmall = view.innerWidth < SHEET.width || view.innerHeight < SHEET.height;
  const isFirst = path.length <= 1;
  return {
    record,
    rects,
    pointer: mode === 'focused' ? undefined : pointer,
    anchor,
    why: isFirst ? why : '',
    pageDate,
    isPinned: mode === 'pinned',
    canGoBack: !isFirst,
    isSheet: mode === 'sheet' || isSmall,
    takesFocus: mode === 'focused' || mode === 'sheet',
    place: mode === 'focused' && path.length === 1 ? place : undefined,
    theme,
  };
}
