/**
 * The reader's settings: one object, its defaults its type. What storage gives back is read field by
 * field, since it may be of an older version, edited by hand or broken: a bad field falls back alone.
 */
import type { ReaderSettings, Rejection } from '../glossary/reader-settings.ts';

/** The shape is told where the settings page can see it too. */
export type Settings = ReaderSettings;

export const DEFAULTS: Settings = {
  version: 1,
  mode: 'everywhere',
  sites: {},
  density: 'section',
  hover: 'normal',
  theme: 'page',
  hasBadge: true,
  rejections: [],
};

const CHOICES = {
  density: ['section', 'page', 'every'],
  hover: ['calm', 'normal', 'fast', 'click'],
  theme: ['page', 'light', 'dark'],
} as const;

/** More than this comes from no reader's hand. */
const MAX_ENTRIES = 5000;

/**
 * @param raw whatever storage holds.
 * @returns whole settings; never throws.
 */
export function readSettings(raw: unknown): Settings {
  const from = asRecord(raw);
  const choose = <K extends keyof typeof CHOICES>(key: K): Settings[K] => {
    const options: readonly unknown[] = CHOICES[key];
    return options.includes(from[key]) ? (from[key] as Settings[K]) : DEFAULTS[key];
  };
  return {
    version: 1,
    mode: from.mode === 'listed' ? 'listed' : 'everywhere',
    sites: readSites(from.sites),
    density: choose('density'),
    hover: choose('hover'),
    theme: choose('theme'),
    hasBadge: typeof from.hasBadge === 'boolean' ? from.hasBadge : DEFAULTS.hasBadge,
    rejections: Array.isArray(from.rejections)
      ? from.rejections.slice(0, MAX_ENTRIES).filter(isRejection)
      : [],
  };
}

function readSites(raw: unknown): Settings['sites'] {
  const entries = Object.entries(asRecord(raw)).filter(
    (entry): entry is [string, 'on' | 'off'] => entry[1] === 'on' || entry[1] === 'off',
  );
  return Object.fromEntries(entries.slice(0, MAX_ENTRIES));
}

function isRejection(raw: unknown): raw is Rejection {
  const { form, termId, host } = asRecord(raw);
  return (
    typeof form === 'string' &&
    typeof termId === 'string' &&
    (host === null || typeof host === 'string')
  );
}

/** @returns what storage holds as a record; an empty one for all else. */
export function asRecord(raw: unknown): Record<string, unknown> {
  const isRecord = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  return isRecord ? (raw as Record<string, unknown>) : {};
}

/** @returns settings in which a form does not stand for a term any more. */
export function reject(settings: Settings, rejection: Rejection): Settings {
  const { rejections } = accept(settings, rejection);
  return { ...settings, rejections: [...rejections, rejection] };
}

/** @returns settings without that rejection. */
export function accept(settings: Settings, { form, termId, host }: Rejection): Settings {
  const rejections = settings.rejections.filter(
    (each) => each.form !== form || each.termId !== termId || each.host !== host,
  );
  return { ...settings, rejections };
}
