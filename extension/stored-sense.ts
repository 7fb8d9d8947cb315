/** Sense records come out of storage, which an older version or a hand may have written. */
import { isCueTable } from '../glossary/cue-buckets.ts';
import type { SenseRecord } from '../glossary/sense-record.ts';

/** @returns whether something has the shape of a sense record; what hasn't is asked for anew. */
export function isSenseRecord(raw: unknown): raw is SenseRecord {
  if (!isRecord(raw) || typeof raw.form !== 'string') return false;
  if ('topics' in raw)
    return Array.isArray(raw.topics) && raw.topics.every(isTopic) && isCueTable(raw.table);
  return (
    isTexts(raw.needs) &&
    Array.isArray(raw.candidates) &&
    raw.candidates.every(isCandidate) &&
    Array.isArray(raw.others) &&
    raw.others.every(isNamed) &&
    [raw.near, raw.follows, raw.precedes, raw.page].every(isCueTable) &&
    isTopicsFor(raw.topicsFor)
  );
}

function isTopic(raw: unknown): boolean {
  return isRecord(raw) && typeof raw.id === 'string' && isMaybe(raw.rival, 'string');
}

function isCandidate(raw: unknown): boolean {
  return (
    isRecord(raw) &&
    typeof raw.termId === 'string' &&
    typeof raw.kind === 'string' &&
    typeof raw.prior === 'number' &&
    [raw.names, raw.related, raw.hosts].every((each) => each === undefined || isTexts(each))
  );
}

function isNamed(raw: unknown): boolean {
  return (
    isRecord(raw) && typeof raw.name === 'string' && (raw.hosts === undefined || isTexts(raw.hosts))
  );
}

function isTopicsFor(raw: unknown): boolean {
  return isRecord(raw) && Object.values(raw).every((value) => typeof value === 'string');
}

function isTexts(raw: unknown): boolean {
  return Array.isArray(raw) && raw.every((each) => typeof each === 'string');
}

function isMaybe(raw: unknown, type: 'string'): boolean {
  return raw === undefined || typeof raw === type;
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
