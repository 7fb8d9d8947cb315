import type { Clash } from '../../glossary/merge-packs.ts';
import { DataTable } from '../DataTable.tsx';
import { DateText } from '../DateText.tsx';
import { PACKS_TEXT } from './options-text.ts';
import { RemoveButton } from './RemoveButton.tsx';

/** A pack that is in effect. */
export interface ListedPack {
  readonly id: string;
  readonly title: string;
  readonly terms: number;
  readonly checked: string;
  readonly licence: string;
  readonly isBundled: boolean;
}

/** Something that a check found in a file. */
export interface PackFault {
  readonly field: string;
  readonly problem: string;
  readonly fix: string;
}

/** What would come of a file, before it is taken. */
export type PackPreview =
  | { readonly kind: 'refused'; readonly why: string; readonly faults: readonly PackFault[] }
  | {
      readonly kind: 'offered';
      readonly title: string;
      readonly maintainer: string;
      readonly licence: string;
      readonly scope: string;
      readonly terms: readonly string[];
      readonly claims: number;
      readonly sources: number;
      readonly clashes: readonly Clash[];
      readonly remarks: readonly PackFault[];
    };

export interface PackManagerProps {
  readonly packs: readonly ListedPack[];
  readonly preview: PackPreview | undefined;
  /** Name of a term by its id. */
  readonly labelOf: (id: string) => string;
  /** What has just been done, to be read out. */
  readonly outcome: string;
  readonly onFile: (file: File) => void;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
  readonly onRemove: (id: string) => void;
}

/** The packs in effect, and the way in for another. */
export function PackManager(props: PackManagerProps) {
  const { packs, preview, outcome } = props;
  return (
    <>
      <p class="gl-note">{PACKS_TEXT.lead}</p>
      <PackTable packs={packs} onRemove={props.onRemove} />
      {preview === undefined ? (
        <label class="gl-button gl-file">
          {PACKS_TEXT.choose}
          <input
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file !== undefined) props.onFile(file);
              // The same file, corrected, must be a change again.
              event.currentTarget.value = '';
            }}
          />
        </label>
      ) : (
        <Preview {...props} preview={preview} />
      )}
      <p role="status" class="gl-note">
        {outcome}
      </p>
    </>
  );
}

function PackTable({ packs, onRemove }: Pick<PackManagerProps, 'packs' | 'onRemove'>) {
  return (
    <DataTable look="list" columns={PACKS_TEXT.columns} hasActions>
      {packs.map((pack) => (
        <tr key={pack.id} data-pack={pack.id}>
          <th scope="row">
            {pack.title}
            <span class="gl-cell-note">{PACKS_TEXT.size(pack.terms, pack.licence)}</span>
          </th>
          <td class="gl-nowrap">
            <DateText date={pack.checked} />
          </td>
          <td class="gl-number gl-nowrap">
            {pack.isBundled ? (
              PACKS_TEXT.bundled
            ) : (
              <RemoveButton
                name={PACKS_TEXT.remove(pack.title)}
                onPress={() => onRemove(pack.id)}
              />
            )}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

function Preview(props: PackManagerProps & { readonly preview: PackPreview }) {
  const { preview, labelOf, onAccept, onCancel } = props;
  if (preview.kind === 'refused') {
    return (
      <div class="gl-preview" role="alert">
        <h3>{PACKS_TEXT.refused}</h3>
        <p>{preview.why}</p>
        <Faults faults={preview.faults} title={PACKS_TEXT.errors(preview.faults.length)} isOpen />
        <button type="button" class="gl-button" onClick={onCancel}>
          {PACKS_TEXT.cancel}
        </button>
      </div>
    );
  }
  const { title, maintainer, licence, scope, terms, claims, sources, clashes, remarks } = preview;
  return (
    <section class="gl-preview" aria-labelledby="gl-preview">
      <h3 id="gl-preview">{PACKS_TEXT.preview(title)}</h3>
      <p class="gl-note">{PACKS_TEXT.by(maintainer, licence)}</p>
      <p dir="auto">{scope}</p>
      <p>
        <strong>{PACKS_TEXT.found(terms.length, claims, sources)}</strong> {terms.join(', ')}
      </p>
      {clashes.length > 0 && (
        <details open>
          <summary>{PACKS_TEXT.clashes(clashes.length)}</summary>
          <ul class="gl-faults">
            {clashes.map((clash) => (
              <li key={describeClash(clash, labelOf)}>{describeClash(clash, labelOf)}</li>
            ))}
          </ul>
        </details>
      )}
      <Faults faults={remarks} title={PACKS_TEXT.warnings(remarks.length)} isOpen={false} />
      <div class="gl-actions">
        <button type="button" class="gl-button gl-strong" onClick={onAccept}>
          {PACKS_TEXT.accept}
        </button>
        <button type="button" class="gl-button" onClick={onCancel}>
          {PACKS_TEXT.cancel}
        </button>
      </div>
    </section>
  );
}

/** More are of one kind anyway, and nobody mends fifty at a time. */
const MOST_FAULTS = 50;

function Faults(props: {
  readonly faults: readonly PackFault[];
  readonly title: string;
  readonly isOpen: boolean;
}) {
  const { faults, title, isOpen } = props;
  if (faults.length === 0) return null;
  const hidden = faults.length - MOST_FAULTS;
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <ul class="gl-faults">
        {faults.slice(0, MOST_FAULTS).map(({ field, problem, fix }) => (
          <li key={`${field} ${problem}`}>
            <code>{field}</code> {problem} <span class="gl-note">{`${PACKS_TEXT.fix} ${fix}`}</span>
          </li>
        ))}
        {hidden > 0 && <li>{PACKS_TEXT.more(hidden)}</li>}
      </ul>
    </details>
  );
}

function describeClash(clash: Clash, labelOf: (id: string) => string): string {
  switch (clash.kind) {
    case 'term':
      return PACKS_TEXT.clash.term(clash.label);
    case 'form':
    case 'shared':
      return PACKS_TEXT.clash[clash.kind](clash.form, clash.label, labelOf(clash.owner));
  }
}
