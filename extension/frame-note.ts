/** Reads what is said between frames: a frame of any site may be behind it, so nothing is believed. */
import type { TermId } from '../data/schema.ts';
import type { FrameNote, TopRequest } from './messages.ts';

/** Where a mention of a small frame is and what it means; see the page's side of it. */
export interface LentMention {
  readonly termId: TermId;
  readonly form: string;
  readonly why: string;
  readonly mode: 'hover' | 'pinned' | 'focused' | 'sheet';
  readonly rects: readonly (readonly [number, number, number, number])[];
  readonly width: number;
  readonly height: number;
  readonly seen: {
    readonly screenX: number;
    readonly screenY: number;
    readonly clientX: number;
    readonly clientY: number;
    readonly ratio: number;
  } | null;
}

const MODES: readonly unknown[] = ['hover', 'pinned', 'focused', 'sheet'];
/** Longest texts and most lines that a mention has, by far. */
const MAX_TEXT = 400;
const MAX_RECTS = 8;
/** No page is larger, in px. */
const MAX_LENGTH = 1e7;
/** No browser zooms out farther, and no screen is that coarse. */
const MIN_SCALE = 0.1;

/** @returns the request, or undefined where it is none. */
export function readTopRequest(raw: unknown): TopRequest | undefined {
  if (!isRecord(raw)) return undefined;
  if (raw.kind === 'release' || raw.kind === 'takeBack') return { kind: raw.kind };
  if (raw.kind !== 'lend') return undefined;
  const mention = readMention(raw.mention);
  return mention && { kind: 'lend', mention };
}

/** @returns the note, or undefined where it is none. */
export function readFrameNote(raw: unknown): FrameNote | undefined {
  if (!isRecord(raw)) return undefined;
  if (raw.kind === 'tour') {
    return raw.step === 'next' || raw.step === 'previous'
      ? { kind: 'tour', step: raw.step, needsFocus: raw.needsFocus === true }
      : undefined;
  }
  if (raw.kind === 'noTerm') return { kind: 'noTerm', isLast: raw.isLast === true };
  if (raw.kind === 'lentClosed') return { kind: 'lentClosed', isRejected: raw.isRejected === true };
  const request = readTopRequest(raw);
  if (request === undefined || !isFrameId(raw.frameId)) return undefined;
  return { ...request, frameId: raw.frameId, zoom: isScale(raw.zoom) ? raw.zoom : null };
}

export function isFrameId(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0;
}

function isScale(raw: unknown): raw is number {
  return isLength(raw) && raw >= MIN_SCALE;
}

function readMention(raw: unknown): LentMention | undefined {
  if (!isRecord(raw)) return undefined;
  const { termId, form, why, mode, rects, width, height } = raw;
  if (typeof termId !== 'string' || !/^[a-z0-9-]{1,100}$/u.test(termId)) return undefined;
  if (!isText(form) || !isText(why) || !MODES.includes(mode)) return undefined;
  if (!isLength(width) || !isLength(height)) return undefined;
  if (!Array.isArray(rects) || rects.length === 0 || rects.length > MAX_RECTS) return undefined;
  if (!rects.every((rect) => Array.isArray(rect) && rect.length === 4 && rect.every(isLength))) {
    return undefined;
  }
  return {
    termId: termId as TermId,
    form,
    why,
    mode: mode as LentMention['mode'],
    rects: rects as LentMention['rects'],
    width,
    height,
    seen: readSighting(raw.seen),
  };
}

function readSighting(raw: unknown): LentMention['seen'] {
  if (!isRecord(raw)) return null;
  const { screenX, screenY, clientX, clientY, ratio } = raw;
  const isPlaced = isLength(screenX) && isLength(screenY) && isLength(clientX) && isLength(clientY);
  return isPlaced && isScale(ratio) ? { screenX, screenY, clientX, clientY, ratio } : null;
}

function isText(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.length <= MAX_TEXT;
}

function isLength(raw: unknown): raw is number {
  return typeof raw === 'number' && Math.abs(raw) <= MAX_LENGTH;
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
