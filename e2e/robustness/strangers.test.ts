/** What comes from other extensions is left unanswered in pages too. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { hearNotes } from '../../entrypoints/companion/frame-notes.ts';
import { servePopup } from '../../entrypoints/companion/popup-port.ts';
import { PAGE_PORT } from '../../extension/messages.ts';

type Listener = (...given: readonly unknown[]) => unknown;

const heard = vi.hoisted(() => {
  const event = () => {
    const listeners: ((...given: readonly unknown[]) => unknown)[] = [];
    return {
      listeners,
      addListener: (listener: (...given: readonly unknown[]) => unknown) =>
        listeners.push(listener),
      removeListener() {},
    };
  };
  return { onMessage: event(), onConnect: event() };
});

vi.mock('../../extension/native.ts', () => ({ native: { runtime: { id: 'own', ...heard } } }));
vi.mock('../../extension/content-data.ts', () => ({ ask: () => Promise.resolve(null) }));

beforeEach(() => {
  heard.onMessage.listeners.length = 0;
  heard.onConnect.listeners.length = 0;
});

describe('a page’s companion', () => {
  test('takes notes of its own extension, and of no other', async () => {
    const answer = vi.fn(() => Promise.resolve(true));
    hearNotes(answer, new AbortController().signal);
    const [listener] = heard.onMessage.listeners as unknown as readonly [Listener];
    const note = { kind: 'tour', step: 'next', needsFocus: false };
    const reply = vi.fn();
    expect(listener(note, { id: 'other' }, reply)).toBeUndefined();
    expect(listener(note, {}, reply)).toBeUndefined();
    expect(listener({ kind: 'strange' }, { id: 'own' }, reply)).toBeUndefined();
    expect(answer).not.toHaveBeenCalled();
    expect(listener(note, { id: 'own' }, reply)).toBe(true);
    await vi.waitFor(() => expect(reply).toHaveBeenCalledWith(true));
  });

  test('tells the terms of a page to its own extension, and to no other', () => {
    vi.stubGlobal('window', { top: null, setTimeout, clearTimeout });
    const nothing = () => null;
    const day = { known: nothing, read: () => Promise.resolve(undefined), set() {} };
    servePopup(() => undefined, day as never, nothing, new AbortController().signal);
    const [listener] = heard.onConnect.listeners as unknown as readonly [Listener];
    const port = (name: string, id: string) => ({
      name,
      sender: { id },
      onMessage: { addListener() {} },
      onDisconnect: { addListener() {} },
      postMessage: vi.fn(),
    });
    const [stranger, misnamed, own] = [
      port(PAGE_PORT, 'other'),
      port('another', 'own'),
      port(PAGE_PORT, 'own'),
    ];
    for (const each of [stranger, misnamed, own]) listener(each);
    expect(stranger.postMessage).not.toHaveBeenCalled();
    expect(misnamed.postMessage).not.toHaveBeenCalled();
    expect(own.postMessage).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});
