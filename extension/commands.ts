/** The keyboard's commands. Their keys are in the manifest and belong to the reader. */
import browser from 'webextension-polyfill';
import { tell } from './frame-calls.ts';
import { changeSettings, loadSettings } from './settings-store.ts';
import { isSiteOn, siteOf, switchSite } from './site-rules.ts';

/** Names of the commands in the manifest. */
export const COMMANDS = {
  next: 'next-term',
  previous: 'previous-term',
  site: 'toggle-site',
} as const;

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
        return tour(tabId, 'next');
      case COMMANDS.previous:
        return tour(tabId, 'previous');
      case COMMANDS.site:
        if (site !== undefined) await toggle(tabId, site);
    }
  }

  /** The frame with the focus goes first, then the top frame, then any that has terms. */
  async function tour(tabId: number, step: 'next' | 'previous'): Promise<void> {
    const others = framesWithTerms(tabId).filter((frameId) => frameId !== 0);
    for (const needsFocus of [true, false]) {
      for (const frameId of [0, ...others]) {
        if ((await tell(tabId, frameId, { kind: 'tour', step, needsFocus })) === true) return;
      }
    }
  }
}

async function toggle(tabId: number, site: string): Promise<void> {
  const isOn = !isSiteOn(site, await loadSettings());
  await changeSettings((settings) => switchSite(settings, site, isOn));
  // The page itself stays silent; the button says what the key has done.
  await browser.action.setBadgeText({ tabId, text: isOn ? '' : 'off' });
}
