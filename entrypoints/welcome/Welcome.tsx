import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { FactCard } from '../../components/FactCard.tsx';
import { WELCOME_TEXT } from '../../components/options/options-text.ts';
import { WelcomePage } from '../../components/options/WelcomePage.tsx';
import type { SinceView } from '../../components/since-view.ts';
import type { TermId } from '../../data/schema.ts';
import { type FullOverview, readOverview } from '../../extension/dataset.ts';
import type { Settings } from '../../extension/settings.ts';
import { changeSettings, loadSettings } from '../../extension/settings-store.ts';
import type { CardRecord } from '../../glossary/card-record.ts';
import { changesSince } from '../../glossary/changes-since.ts';
import { today } from '../../page/today.ts';
import { useCard } from '../explore/use-card.ts';

/** Wires the welcome to a card of the real facts and to the one question it asks. */
export function Welcome() {
  const [mode, setMode] = useState<Settings['mode']>('everywhere');
  const [overview, setOverview] = useState<FullOverview>();
  const [open, setOpen] = useState<string>();
  const card = useCard(open as TermId | undefined);
  useEffect(() => {
    void loadSettings().then((settings) => setMode(settings.mode));
    void readOverview().then(setOverview);
  }, []);
  return (
    <WelcomePage
      mode={mode}
      terms={overview?.counts.terms ?? 0}
      checked={overview?.checked ?? ''}
      open={open}
      card={
        card && (
          <FactCard
            card={card}
            since={since(card)}
            pinned={false}
            canGoBack={false}
            sheet={false}
            today={today()}
            onOpenTerm={(id) => setOpen(id)}
            onBack={() => {}}
            onClose={() => setOpen(undefined)}
          />
        )
      }
      onOpen={setOpen}
      onMode={(value) => {
        setMode(value);
        void changeSettings((settings) => ({ ...settings, mode: value }));
      }}
      onSettings={() => void browser.runtime.openOptionsPage()}
      onDone={() => void closeTab()}
    />
  );
}

/** The sample is dated, so the card says what has changed since. */
function since(card: CardRecord): SinceView {
  const changes = changesSince(card, WELCOME_TEXT.sampleDate, today());
  return changes.kind === 'unknown' ? changes : { ...changes, origin: 'byline' };
}

async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
