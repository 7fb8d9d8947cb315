import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { PopupPanel } from '../../components/PopupPanel.tsx';
import { findActivePage } from '../../extension/page-link.ts';
import { openSidePanel } from '../../extension/side-panel.ts';
import { usePagePanel } from './use-page-panel.ts';

/** Wires the panel to the page in the active tab. */
export function Popup() {
  const { props, ask, hasNoCards } = usePagePanel(findActivePage);
  const openExplore = (id?: string) => {
    void browser.tabs.create({ url: browser.runtime.getURL(`explore.html${id ? `#${id}` : ''}`) });
    window.close();
  };
  // The browser opens its panel only while the press is handled, so the window is asked for ahead.
  const [windowId, setWindowId] = useState<number>();
  useEffect(() => {
    void browser.windows.getCurrent().then(({ id }) => setWindowId(id));
  }, []);
  return (
    <PopupPanel
      {...props}
      onChoose={(termId) => {
        const isHere = props.terms.some(({ id }) => id === termId);
        if (!isHere || hasNoCards) return openExplore(termId);
        ask({ kind: 'openTerm', termId });
        window.close();
      }}
      onExplore={() => openExplore()}
      onBeside={() => {
        if (windowId === undefined) return;
        openSidePanel(windowId).then(
          () => window.close(),
          () => undefined,
        );
      }}
    />
  );
}
