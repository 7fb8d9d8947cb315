import { useEffect, useState } from 'preact/hooks';
import browser, { type Tabs } from 'webextension-polyfill';
import { type ActivePage, findActivePage } from '../../extension/page-link.ts';

/**
 * The page beside the panel, whichever that is.
 * @returns a function that finds it: another one whenever another page is there.
 */
export function useFollowedPage(): () => Promise<ActivePage | undefined> {
  const [find, setFind] = useState(() => () => findActivePage());
  useEffect(() => {
    let own: number | undefined;
    void browser.windows.getCurrent().then(({ id }) => {
      own = id;
    });
    const follow = () => setFind(() => () => findActivePage());
    const onActivated = ({ windowId }: Tabs.OnActivatedActiveInfoType) => {
      if (windowId === own) follow();
    };
    const onUpdated = (_id: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) => {
      if (change.status === 'complete' && tab.active && tab.windowId === own) follow();
    };
    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, []);
  return find;
}
