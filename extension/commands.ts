/** The keyboard's commands. Their keys are in the manifest and belong to the reader. */
import browser from 'webextension-polyfill';
import { tell } from './frame-calls.ts';
import { CARD_SCRIPT, COMPANION_SCRIPT, inject } from './frame-scripts.ts';
import { changeSettings, loadSettings } from './settings-store.ts';
import { isSiteOn, siteOf, switchSite } from './site-rules.ts';

/** Names of the commands in the manifest. */
export const COMMANDS = {
  next: 'next-term',
  previous: 'previous-term',
  site: 'toggle-site',
} as const;

type Step = 'next' | 'previous';

/**
 * A key that comes before a page has been read waits for it: after so many ms each, all frames are
 * asked again. From `SURE` on, a page that has been read to its end is taken to have no term.
 */
const TRIES = [300, 700, 1000, 2000] as const;
const SURE = 1;

/** @param framesWithTerms ids of a tab's frames that have told of terms. */
export function startCommands(framesWithTerms: (tabId: number) => readonly number[]): void {
  // Firefox for Android has no keyboard commands.
  browser.commands?.onCommand.addListener((command, tab) => {
    void run(command, tab?.id, tab?.url);
  });

  async function run(command: string, id?: number, url?: string): Promise<void> {
    const [active] =
      id === undefined ? await browser.tabs.query({ active: true, currentWindow: true }) : [];
    const tabId = id ?? active?.id;
    const site = siteOf(url ?? active?.url ?? '');
    if (tabId === undefined) return;
    switch (command) {
      case COMMANDS.next:
        return tour(tabId, site, 'next');
      case COMMANDS.previous:
        return tour(tabId, site, 'previous');
      case COMMANDS.site:
        if (site !== undefined) await toggle(tabId, site);
    }
  }

  /** Number of the newest tour key: an older one that still waits gives way. */
  let newest = 0;

  async function tour(tabId: number, site: string | undefined, step: Step): Promise<void> {
    const own = ++newest;
    if (await takeStep(tabId, framesWithTerms(tabId), step)) return;
    if (site === undefined || !isSiteOn(site, await loadSettings())) return;
    for (const [at, delay] of TRIES.entries()) {
      await new Promise((resolve) => setTimeout(resolve, delay));
      // A reader who has gone elsewhere wants no card there, and none here.
      if (newest !== own || !(await isActive(tabId))) return;
      const frames = new Set([...(await enterFrames(tabId)), ...framesWithTerms(tabId)]);
      if (await takeStep(tabId, [...frames], step)) return;
      if (at >= SURE && (await sayNone(tabId, at === TRIES.length - 1))) return;
    }
  }
}

/** The frame with the focus goes first, then the top frame, then any other. */
async function takeStep(tabId: number, frames: readonly number[], step: Step): Promise<boolean> {
  const others = frames.filter((frameId) => frameId !== 0);
  for (const needsFocus of [true, false]) {
    for (const frameId of [0, ...others]) {
      if ((await tell(tabId, frameId, { kind: 'tour', step, needsFocus })) === true) return true;
    }
  }
  return false;
}

/**
 * Puts the companion into all frames of a tab: it answers for those without a term too.
 * @returns their ids: a background that was asleep no longer knows which have terms.
 */
function enterFrames(tabId: number): Promise<readonly number[]> {
  return inject(COMPANION_SCRIPT, { tabId, allFrames: true }).catch(() => []);
}

async function sayNone(tabId: number, isLast: boolean): Promise<boolean> {
  await inject(CARD_SCRIPT, { tabId, frameIds: [0] }).catch(() => {});
  return (await tell(tabId, 0, { kind: 'noTerm', isLast })) === true;
}

async function isActive(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.active === true;
}

async function toggle(tabId: number, site: string): Promise<void> {
  const isOn = !isSiteOn(site, await loadSettings());
  await changeSettings((settings) => switchSite(settings, site, isOn));
  // The page itself stays silent; the button says what the key has done.
  await browser.action.setBadgeText({ tabId, text: isOn ? '' : 'off' });
}
