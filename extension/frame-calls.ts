/** Carries cards between the frames of a tab, which can't speak to each other without the page. */
import browser from 'webextension-polyfill';
import { isFrameId, readTopRequest } from './frame-note.ts';
import { COMPANION_SCRIPT, inject } from './frame-scripts.ts';
import type { FrameNote, Handlers } from './messages.ts';

/** A small frame asks the top one. @returns whether the top frame has done it. */
export const callTop: Handlers['callTop'] = async (raw, { tab, frameId }) => {
  const request = readTopRequest(raw);
  if (tab?.id === undefined || !isFrameId(frameId) || frameId === 0 || !request) return false;
  const note = { ...request, frameId, zoom: await zoomOf(tab.id) };
  const answer = await tell(tab.id, 0, note);
  if (answer !== undefined || request.kind !== 'lend') return answer === true;
  // A top page without a term has no companion yet.
  await inject(COMPANION_SCRIPT, { tabId: tab.id, frameIds: [0] }).catch(() => {});
  return (await tell(tab.id, 0, note)) === true;
};

/**
 * In Chromium a pointer event counts the screen in px that no zoom of the page changes; in Firefox in
 * those of the page, which needs no zoom: null.
 */
async function zoomOf(tabId: number): Promise<number | null> {
  if (import.meta.env.FIREFOX) return null;
  return await browser.tabs.getZoom(tabId).catch(() => null);
}

/** Only the top frame speaks to others. */
export const tellFrame: Handlers['tellFrame'] = async (request, { tab, frameId }) => {
  if (tab?.id === undefined || frameId !== 0 || !isFrameId(request.frameId)) return null;
  await tell(tab.id, request.frameId, {
    kind: 'lentClosed',
    isRejected: request.isRejected === true,
  });
  return null;
};

/** @returns the frame's answer; undefined where nobody is listening there. */
export async function tell(tabId: number, frameId: number, note: FrameNote): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, note, { frameId });
  } catch {
    // No script of ours there: a page of the browser's own, or one that is being left.
    return undefined;
  }
}
