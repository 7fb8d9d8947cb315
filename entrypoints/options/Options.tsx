import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { saveText } from '../../components/explore/save-file.ts';
import { TopBar } from '../../components/explore/TopBar.tsx';
import {
  DataActions,
  type KeyBinding,
  KeyTable,
  PrivacyText,
} from '../../components/options/DataSections.tsx';
import {
  OptionsForm,
  OptionsSection,
  RejectionList,
} from '../../components/options/OptionsForm.tsx';
import { OPTIONS_TEXT } from '../../components/options/options-text.ts';
import { LANGUAGE } from '../../components/strings.ts';
import { loadPacks, readSummaries, unpack } from '../../extension/dataset.ts';
import { DEFAULTS, type Settings } from '../../extension/settings.ts';
import { changeSettings, loadSettings, watchSettings } from '../../extension/settings-store.ts';
import { Packs } from './Packs.tsx';

/** Wires the settings to storage: every change is stored at once and can be taken back. */
export function Options() {
  const [settings, setSettings] = useState<Settings>(DEFAULTS);
  const [before, setBefore] = useState<Settings>();
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  const [bindings, setBindings] = useState<readonly KeyBinding[]>([]);
  const [outcome, setOutcome] = useState('');
  const [era, setEra] = useState(0);

  useEffect(() => {
    void loadSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew after everything was erased
  useEffect(() => {
    void readSummaries().then((all) => {
      setLabels(new Map(all.map(({ id, label }) => [id as string, label])));
    });
    void readBindings().then(setBindings);
  }, [era]);

  const labelOf = (id: string) => labels.get(id) ?? id;
  const change = (how: (settings: Settings) => Settings) => {
    setBefore(settings);
    void changeSettings(how).then(setSettings);
  };
  const erase = async () => {
    await browser.storage.local.clear();
    await unpack(browser.runtime.getManifest().version, { isForced: true });
    setSettings(await loadSettings());
    setBefore(undefined);
    setEra((count) => count + 1);
    setOutcome(OPTIONS_TEXT.data.erased);
  };

  return (
    <div class="gl-page" {...LANGUAGE}>
      <TopBar home="explore.html" links={[{ href: 'explore.html', text: OPTIONS_TEXT.explore }]} />
      <main class="gl-narrow">
        <header>
          <h1>{OPTIONS_TEXT.title}</h1>
          <p>{OPTIONS_TEXT.lead}</p>
        </header>
        <OptionsForm settings={settings} labelOf={labelOf} onChange={change} />
        <OptionsSection id="meanings">
          <RejectionList settings={settings} labelOf={labelOf} onChange={change} />
        </OptionsSection>
        <OptionsSection id="packs">
          <Packs key={era} labelOf={labelOf} onChange={() => setEra((count) => count + 1)} />
        </OptionsSection>
        {bindings.length > 0 && (
          <OptionsSection id="keys">
            <KeyTable
              bindings={bindings}
              where={OPTIONS_TEXT.keys.where[import.meta.env.FIREFOX ? 'firefox' : 'chromium']}
            />
          </OptionsSection>
        )}
        <OptionsSection id="data">
          <DataActions
            version={browser.runtime.getManifest().version}
            outcome={outcome}
            onExport={() => void exportAll(settings)}
            onErase={() => void erase()}
          />
        </OptionsSection>
        <OptionsSection id="privacy">
          <PrivacyText />
        </OptionsSection>
      </main>
      <div class="gl-toast" role="status">
        {before !== undefined && (
          <>
            {OPTIONS_TEXT.saved}
            <button
              type="button"
              class="gl-text-button"
              onClick={() => {
                void changeSettings(() => before).then(setSettings);
                setBefore(undefined);
              }}
            >
              {OPTIONS_TEXT.undo}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

/** The keys as the browser has them; none where it has no commands. */
async function readBindings(): Promise<readonly KeyBinding[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.map(({ name, description, shortcut = '' }) => ({
    action: name?.startsWith('_') ? OPTIONS_TEXT.keys.openPopup : (description ?? name ?? ''),
    keys: shortcut,
  }));
}

async function exportAll(settings: Settings): Promise<void> {
  const packs = await loadPacks();
  const text = JSON.stringify({ settings, packs }, null, 2);
  saveText('glosslight-data.json', 'application/json', `${text}\n`);
}
