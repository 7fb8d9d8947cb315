import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { createAsker, createListener, type Handlers } from './messages.ts';

const handlers = {
  getLexicon: () => 'lexicon',
  getSenses: () => ({}),
  prepareCard: () => {
    throw new Error('broken');
  },
  loadCompanion: () => null,
  loadCardScript: () => null,
  reportCount: () => null,
  getSite: () => null,
  callTop: () => false,
  tellFrame: () => null,
  openExplore: () => null,
  getSummaries: () => [],
} as unknown as Handlers;

const listener = createListener(handlers, 'own');

/** A runtime that carries messages straight to the listener, as a browser does between two parts. */
const runtime = {
  id: 'own',
  sendMessage: (message: unknown) =>
    new Promise((resolve) => {
      if (listener(JSON.parse(JSON.stringify(message)), { id: 'own' }, resolve) !== true) {
        resolve(undefined);
      }
    }),
};

describe('messages', () => {
  test('a request gets its reply', async () => {
    expect(await createAsker(runtime)('getLexicon', {})).toBe('lexicon');
  });

  test('a failing handler rejects at the asker', async () => {
    const ask = createAsker(runtime);
    await expect(ask('prepareCard', { termId: 'x' as TermId, needsScript: false })).rejects.toThrow(
      'broken',
    );
  });

  test('no answer at all rejects too', async () => {
    const ask = createAsker({ sendMessage: () => Promise.resolve(undefined) });
    await expect(ask('getLexicon', {})).rejects.toThrow('no answer');
  });

  test('other extensions and unknown names are left unanswered', () => {
    const answer = vi.fn();
    const message = { name: 'getLexicon', request: {} };
    expect(listener(message, { id: 'other' }, answer)).toBeUndefined();
    expect(listener({ name: 'toString', request: {} }, { id: 'own' }, answer)).toBeUndefined();
    expect(answer).not.toHaveBeenCalled();
  });

  test('junk throws nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        listener(junk, { id: 'own' }, () => undefined);
      }),
    );
  });
});
