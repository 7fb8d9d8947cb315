/**
 * Everything that the parts of the extension say to each other, by direction. Pages can't speak here
 * at all: no message of theirs is listened to, and other extensions are refused.
 */
import type { Runtime } from 'webextension-polyfill';
import type { TermId } from '../data/schema.ts';
import type { CardRecord, TermSummary } from '../glossary/card-record.ts';
import type { SenseRecord } from '../glossary/sense-record.ts';
import type { LentMention } from './frame-note.ts';

/** Pages and extension pages → background. Every request gets one reply. */
export interface BackgroundMessages {
  /** The written forms; asked where storage doesn't hold them yet. */
  getLexicon: { request: Record<never, never>; reply: string };
  /** Sense records of these forms, with the shared records they need, by key. */
  getSenses: {
    request: { readonly forms: readonly string[] };
    reply: Readonly<Record<string, SenseRecord>>;
  };
  /**
   * A card is about to be wanted: sends its facts, and on `needsScript` puts the card's script into
   * the asking frame first. Null for a term that isn't known any more.
   */
  prepareCard: {
    request: { readonly termId: TermId; readonly needsScript: boolean };
    reply: CardRecord | null;
  };
  /**
   * Puts the companion into the asking frame, where a term was found; and into the top frame, which
   * shows the cards of frames without room.
   */
  loadCompanion: { request: { readonly needsTop: boolean }; reply: null };
  /** Puts the card's script into the asking frame. */
  loadCardScript: { request: Record<never, never>; reply: null };
  /** How many terms a frame shows, for the badge. */
  reportCount: { request: { readonly count: number; readonly isFirst: boolean }; reply: null };
  /** Opens the page of all facts at a term. */
  openExplore: { request: { readonly termId: TermId }; reply: null };
  /** The site of the tab that a frame is in; null where it is none. */
  getSite: { request: Record<never, never>; reply: string | null };
  /** A frame without room: its card is shown, left or closed in the top frame. */
  callTop: { request: TopRequest; reply: boolean };
  /** The top frame: the card it shows for a frame is closed. */
  tellFrame: {
    request: { readonly frameId: number; readonly isRejected: boolean };
    reply: null;
  };
  /** All terms, for search. */
  getSummaries: { request: Record<never, never>; reply: readonly TermSummary[] };
}

/** Popup → the page's frames, over a port named `PAGE_PORT`. */
export type PageRequest =
  | { readonly kind: 'openTerm'; readonly termId: TermId }
  /** Reads a page that waits to be asked, and reports. */
  | { readonly kind: 'read' }
  /** The reader says when the page was written; null: as the page itself says. */
  | { readonly kind: 'setDate'; readonly date: string | null };

/**
 * Why a page is not as others: the browser shows its source or a viewer of its own, shows no card in
 * it, or the page takes every card away.
 */
export type Hindrance = 'xml' | 'pdf' | 'svg' | 'removed';

/** A page's frame → popup, when the port opens and whenever something changes. */
export interface PageReport {
  /** Tells frames apart; made anew by each. */
  readonly frame: string;
  readonly isTop: boolean;
  /** The page's day, month or year; null where unknown, and in inner frames. */
  readonly pageDate: string | null;
  /** Whether the reader has set it. */
  readonly isDateSet: boolean;
  readonly hindrance: Hindrance | null;
  readonly terms: readonly { readonly id: TermId; readonly count: number }[];
  readonly unmarked: readonly {
    readonly form: string;
    readonly reads: string | null;
    readonly count: number;
  }[];
  readonly isScanning: boolean;
  /** It moves too much to be read all the time: it is read when the reader asks for it. */
  readonly isOnDemand: boolean;
  /** False on a site where it is switched off. */
  readonly isOn: boolean;
}

export type TopRequest =
  | { readonly kind: 'lend'; readonly mention: LentMention }
  | { readonly kind: 'release' }
  | { readonly kind: 'takeBack' };

/** Background → one frame of a page. */
export type FrameNote =
  /** The keyboard's tour; the reply says whether there was a term. */
  | {
      readonly kind: 'tour';
      readonly step: 'next' | 'previous';
      /** Only for the frame that the reader is in. */
      readonly needsFocus: boolean;
    }
  /**
   * The tour has found no term in any frame: the top one tells the reader. The reply says whether it
   * has: a page that is still being read says so only where the tour waits no longer.
   */
  | { readonly kind: 'noTerm'; readonly isLast: boolean }
  /**
   * From a frame without room to the top one; `zoom` says how many px of the screen, as pointer
   * events count them, are in one CSS px; null where they count CSS px there too.
   */
  | (TopRequest & { readonly frameId: number; readonly zoom: number | null })
  | { readonly kind: 'lentClosed'; readonly isRejected: boolean };

export const PAGE_PORT = 'glosslight-page';

type Name = keyof BackgroundMessages;
export type Request<N extends Name> = BackgroundMessages[N]['request'];
export type Reply<N extends Name> = BackgroundMessages[N]['reply'];

interface Envelope {
  readonly name: Name;
  readonly request: unknown;
}

export type Handlers = {
  readonly [N in Name]: (
    request: Request<N>,
    sender: Runtime.MessageSender,
  ) => Promise<Reply<N>> | Reply<N>;
};

type Answer =
  | { readonly ok: true; readonly reply: unknown }
  | { readonly ok: false; readonly error: string };

/** The part of the runtime API that messages need; the polyfill and the native one both have it. */
export interface MessageRuntime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
}

/**
 * @returns a function that asks the background. It rejects where the background fails, and in a page
 *   whose extension was updated or removed.
 */
export function createAsker(runtime: MessageRuntime) {
  return async <N extends Name>(name: N, request: Request<N>): Promise<Reply<N>> => {
    const envelope: Envelope = { name, request };
    const answer = (await runtime.sendMessage(envelope)) as Answer | undefined;
    if (answer === undefined) throw new Error(`no answer to ${name}`);
    if (!answer.ok) throw new Error(answer.error);
    return answer.reply as Reply<N>;
  };
}

type Listener = (
  message: unknown,
  sender: Runtime.MessageSender,
  sendResponse: (answer: unknown) => void,
) => true | undefined;

/**
 * Makes the one listener of the background.
 * `sendResponse` with `return true` rather than a returned promise: it works in every browser, with
 * and without the polyfill.
 * @param ownId the extension's id: anything from elsewhere is left unanswered.
 */
export function createListener(handlers: Handlers, ownId: string): Listener {
  return (message, sender, sendResponse) => {
    if (sender.id !== ownId || !isEnvelope(message, handlers)) return undefined;
    const handle = handlers[message.name] as (
      request: unknown,
      sender: Runtime.MessageSender,
    ) => unknown;
    Promise.resolve()
      .then(() => handle(message.request, sender))
      .then(
        (reply) => sendResponse({ ok: true, reply } satisfies Answer),
        (error: unknown) => sendResponse({ ok: false, error: String(error) } satisfies Answer),
      );
    return true;
  };
}

function isEnvelope(message: unknown, handlers: Handlers): message is Envelope {
  if (typeof message !== 'object' || message === null || !('name' in message)) return false;
  return typeof message.name === 'string' && Object.hasOwn(handlers, message.name);
}
