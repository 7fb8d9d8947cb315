import browser from 'webextension-polyfill';
import { PopupPanel } from '../../components/PopupPanel.tsx';
import { findActivePage } from '../../extension/page-link.ts';
import { usePagePanel } from './use-page-panel.ts';

/** Wires the panel to the page in the active tab. */
export function Popup() {
  const { props, ask, hasNoCards } = usePagePanel(findActivePage);
  const openExplore = (id?: string) => {
    void browser.tabs.create({ url: browser.runtime.getURL(`explore.html${id ? `#${id}` : ''}`) });
    window.close();
  };
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
    />
  );
}
