import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openAliasIndex } from '../glossary/alias-index.ts';
import { RUNS } from '../scripts/fuzz-runs.ts';
import { readFrameNote, readTopRequest } from './frame-note.ts';
import { createListener, type Handlers } from './messages.ts';
import { readPageRequest } from './page-request.ts';
import { readSettings } from './settings.ts';
import { isSiteOn, siteOf, switchSite } from './site-rules.ts';
import { isSenseRecord } from './stored-sense.ts';

/** Anything, with the names that matter among its keys. */
const junk = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
  fc.dictionary(
    fc.constantFrom(
      ...[
        'kind',
        'name',
        'request',
        'mention',
        'termId',
        'rects',
        'seen',
        'screenX',
        'zoom',
        'step',
        'date',
        'form',
      ],
      ...[
        'mode',
        'sites',
        'density',
        'hover',
        'theme',
        'hasBadge',
        'rejections',
        'version',
        'topics',
      ],
      ...[
        'needs',
        'candidates',
        'others',
        'near',
        'follows',
        'precedes',
        'page',
        'topicsFor',
        'table',
      ],
      ...['__proto__', 'constructor', 'frameId', 'width', 'height', 'form', 'why', 'isRejected'],
    ),
    fc.oneof(
      fc.anything(),
      fc.constantFrom(
        'lend',
        'tour',
        'next',
        'release',
        'hover',
        'openTerm',
        'setDate',
        'trainium',
      ),
      fc.array(fc.array(fc.oneof(fc.integer(), fc.double()), { maxLength: 5 }), { maxLength: 9 }),
    ),
  ),
);
const property = (test: (raw: unknown) => void) =>
  fc.assert(fc.property(junk, test), { numRuns: RUNS });

describe('junk out of storage and messages', () => {
  test('settings are whole whatever storage holds, and reading them twice changes nothing', () => {
    property((raw) => {
      const settings = readSettings(raw);
      expect(readSettings(settings)).toEqual(settings);
      expect(['everywhere', 'listed']).toContain(settings.mode);
      expect(typeof isSiteOn('example.com', settings)).toBe('boolean');
      expect(isSiteOn('example.com', switchSite(settings, 'example.com', false))).toBe(false);
      expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
    });
  });

  test('notes between frames are what they should be, or nothing', () => {
    property((raw) => {
      const note = readFrameNote(raw);
      if (note !== undefined) expect(readFrameNote(structuredClone(note))).toEqual(note);
      const request = readTopRequest(raw);
      if (request?.kind === 'lend') {
        expect(request.mention.rects.flat().every(Number.isFinite)).toBe(true);
        expect(request.mention.rects.length).toBeLessThanOrEqual(8);
      }
    });
  });

  test('requests of the popup are what they should be, or nothing', () => {
    property((raw) => {
      const request = readPageRequest(raw);
      if (request?.kind === 'openTerm') expect(request.termId).toMatch(/^[a-z0-9-]+$/u);
      if (request?.kind === 'setDate')
        expect(String(request.date)).toMatch(/^(?:null|\d{4}.{0,6})$/u);
    });
  });

  test('sense records and the list of forms are taken only in their shape', () => {
    property((raw) => {
      expect(typeof isSenseRecord(raw)).toBe('boolean');
      if (typeof raw !== 'string') expect(openAliasIndex(raw)).toBeUndefined();
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (head, rest) => {
        openAliasIndex(`${head}\n${rest}`);
      }),
      { numRuns: RUNS },
    );
  });

  test('the background answers its own messages from its own extension, and nothing else', () => {
    const names = ['getLexicon', 'getSenses', 'prepareCard', 'openExplore'] as const;
    const handlers = Object.fromEntries(names.map((name) => [name, () => null]));
    const listen = createListener(handlers as unknown as Handlers, 'own');
    fc.assert(
      fc.property(junk, fc.constantFrom('own', 'other', undefined), (raw, id) => {
        const answered = listen(raw, { id } as never, () => {}) === true;
        const name = (raw as { name?: unknown } | null)?.name;
        const isOurs = typeof raw === 'object' && names.includes(name as never);
        expect(answered).toBe(id === 'own' && isOurs);
      }),
      { numRuns: RUNS },
    );
  });

  test('an address is a site or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.constant('javascript:alert(1)')), (url) => {
        const site = siteOf(url);
        if (site !== undefined) expect(url.trim()).toMatch(/^https?:/iu);
      }),
      { numRuns: RUNS },
    );
  });
});
