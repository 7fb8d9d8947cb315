import type { ComponentChildren } from 'preact';
import { OPTIONS_TEXT } from './options-text.ts';
import { RadioGroup } from './RadioGroup.tsx';
import type { ReaderSettings, Rejection } from './reader-settings.ts';

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
        <RadioGroup
          legend={mode.legend}
          value={settings.mode}
          options={[
            { value: 'everywhere', label: mode.everywhere, hint: mode.everywhereHint },
            { value: 'listed', label: mode.listed, hint: mode.listedHint },
          ]}
          onChoose={(value) => set({ mode: value })}
        />
        <SiteList settings={settings} onChange={onChange} />
      </OptionsSection>
      <OptionsSection id="hover">
        <RadioGroup
          legend={hover.legend}
          value={settings.hover}
          options={[
            { value: 'fast', label: hover.fast, hint: hover.fastHint },
            { value: 'normal', label: hover.normal, hint: hover.normalHint },
            { value: 'calm', label: hover.calm, hint: hover.calmHint },
            { value: 'click', label: hover.click, hint: hover.clickHint },
          ]}
          onChoose={(value) => set({ hover: value })}
        />
      </OptionsSection>
      <OptionsSection id="marks">
        <RadioGroup
          legend={density.legend}
          value={settings.density}
          options={[
            { value: 'section', label: density.section, hint: density.sectionHint },
            { value: 'page', label: density.page, hint: density.pageHint },
            { value: 'every', label: density.every, hint: density.everyHint },
          ]}
          onChoose={(value) => set({ density: value })}
        />
      </OptionsSection>
      <OptionsSection id="look">
        <RadioGroup
          legend={theme.legend}
          value={settings.theme}
          options={[
            { value: 'page', label: theme.page, hint: theme.pageHint },
            { value: 'light', label: theme.light, hint: theme.lightHint },
            { value: 'dark', label: theme.dark, hint: theme.darkHint },
          ]}
          onChoose={(value) => set({ theme: value })}
        />
        <label class="gl-radio">
          <input
            type="checkbox"
            checked={settings.hasBadge}
            onChange={(event) => set({ hasBadge: event.currentTarget.checked })}
          />
          <span class="gl-radio-text">
            <span class="gl-radio-label">{badge.label}</span>
            <span class="gl-radio-hint">{badge.hint}</span>
          </span>
        </label>
      </OptionsSection>
    </>
  );
}

function SiteList({ settings, onChange }: Pick<OptionsFormProps, 'settings' | 'onChange'>) {
  const { sites } = OPTIONS_TEXT;
  const entries = Object.entries(settings.sites).sort(([a], [b]) => (a < b ? -1 : 1));
  const [site, state, remove] = sites.columns;
  if (entries.length === 0) return <p class="gl-note">{sites.none}</p>;
  return (
    <table class="gl-table gl-list-table">
      <caption>{sites.title}</caption>
      <thead>
        <tr>
          <th scope="col">{site}</th>
          <th scope="col">{state}</th>
          <th scope="col">
            <span class="gl-unseen">{remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map(([host, word]) => (
          <tr key={host}>
            <th scope="row">{host}</th>
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
      </tbody>
    </table>
  );
}

/** The words that don't stand for a term, by the reader's own saying. */
export function RejectionList({ settings, labelOf, onChange }: OptionsFormProps) {
  const { rejections } = OPTIONS_TEXT;
  const [form, term, where, remove] = rejections.columns;
  if (settings.rejections.length === 0) return <p class="gl-note">{rejections.none}</p>;
  const isSame = (a: Rejection, b: Rejection) =>
    a.form === b.form && a.termId === b.termId && a.host === b.host;
  return (
    <table class="gl-table gl-list-table">
      <thead>
        <tr>
          <th scope="col">{form}</th>
          <th scope="col">{term}</th>
          <th scope="col">{where}</th>
          <th scope="col">
            <span class="gl-unseen">{remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {settings.rejections.map((each) => (
          <tr key={`${each.form}\t${each.termId}\t${each.host}`}>
            <th scope="row">{each.form}</th>
            <td>{labelOf(each.termId)}</td>
            <td>{each.host ?? rejections.everywhere}</td>
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
      </tbody>
    </table>
  );
}

export function RemoveButton(props: { readonly name: string; readonly onPress: () => void }) {
  return (
    <button
      type="button"
      class="gl-button gl-remove"
      aria-label={props.name}
      title={props.name}
      onClick={props.onPress}
    >
      <span aria-hidden="true">×</span>
    </button>
  );
}
