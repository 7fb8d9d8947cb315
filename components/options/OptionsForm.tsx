import type { ComponentChildren } from 'preact';
import type { ReaderSettings, Rejection } from '../../glossary/reader-settings.ts';
import { DataTable } from '../DataTable.tsx';
import { OPTIONS_TEXT } from './options-text.ts';
import { ChoiceText, RadioGroup } from './RadioGroup.tsx';
import { RemoveButton } from './RemoveButton.tsx';

type Sections = keyof typeof OPTIONS_TEXT.sections;

/** A part of the page with its heading. */
export function OptionsSection({ id, children }: { id: Sections; children: ComponentChildren }) {
  return (
    <section class="gl-sheet gl-option" id={id} aria-labelledby={`gl-${id}`}>
      <h2 id={`gl-${id}`}>{OPTIONS_TEXT.sections[id]}</h2>
      {children}
    </section>
  );
}

export interface OptionsFormProps {
  readonly settings: ReaderSettings;
  /** Name of a term by its id. */
  readonly labelOf: (id: string) => string;
  readonly onChange: (change: (settings: ReaderSettings) => ReaderSettings) => void;
}

/** Everything that has one value: where, how, how much, which looks. */
export function OptionsForm({ settings, onChange }: OptionsFormProps) {
  const { mode, hover, density, theme, badge } = OPTIONS_TEXT;
  const set = (part: Partial<ReaderSettings>) => onChange((before) => ({ ...before, ...part }));
  return (
    <>
      <OptionsSection id="where">
        <RadioGroup {...mode} value={settings.mode} onChoose={(value) => set({ mode: value })} />
        <SiteList settings={settings} onChange={onChange} />
      </OptionsSection>
      <OptionsSection id="hover">
        <RadioGroup {...hover} value={settings.hover} onChoose={(value) => set({ hover: value })} />
      </OptionsSection>
      <OptionsSection id="marks">
        <RadioGroup
          {...density}
          value={settings.density}
          onChoose={(value) => set({ density: value })}
        />
      </OptionsSection>
      <OptionsSection id="look">
        <RadioGroup {...theme} value={settings.theme} onChoose={(value) => set({ theme: value })} />
        <label class="gl-radio">
          <input
            type="checkbox"
            checked={settings.hasBadge}
            onChange={(event) => set({ hasBadge: event.currentTarget.checked })}
          />
          <ChoiceText {...badge} />
        </label>
      </OptionsSection>
    </>
  );
}

function SiteList({ settings, onChange }: Pick<OptionsFormProps, 'settings' | 'onChange'>) {
  const { sites } = OPTIONS_TEXT;
  const entries = Object.entries(settings.sites).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return <p class="gl-note">{sites.none}</p>;
  return (
    <DataTable look="list" caption={sites.title} columns={sites.columns} hasActions>
      {entries.map(([host, word]) => (
        <tr key={host}>
          <th scope="row" class="gl-host">
            {host}
          </th>
          <td>{sites[word]}</td>
          <td class="gl-number">
            <RemoveButton
              name={sites.remove(host)}
              onPress={() =>
                onChange((before) => {
                  const { [host]: _, ...others } = before.sites;
                  return { ...before, sites: others };
                })
              }
            />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** The words that don't stand for a term, by the reader's own saying. */
export function RejectionList({ settings, labelOf, onChange }: OptionsFormProps) {
  const { rejections } = OPTIONS_TEXT;
  if (settings.rejections.length === 0) return <p class="gl-note">{rejections.none}</p>;
  const isSame = (a: Rejection, b: Rejection) =>
    a.form === b.form && a.termId === b.termId && a.host === b.host;
  return (
    <DataTable look="list" columns={rejections.columns} hasActions>
      {settings.rejections.map((each) => (
        <tr key={`${each.form}\t${each.termId}\t${each.host}`}>
          <th scope="row">
            {each.form}
            <span class="gl-cell-note gl-host">
              {each.host === null ? rejections.everywhere : rejections.on(each.host)}
            </span>
          </th>
          <td>{labelOf(each.termId)}</td>
          <td class="gl-number">
            <RemoveButton
              name={rejections.remove(each.form, labelOf(each.termId))}
              onPress={() =>
                onChange((before) => ({
                  ...before,
                  rejections: before.rejections.filter((other) => !isSame(other, each)),
                }))
              }
            />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
