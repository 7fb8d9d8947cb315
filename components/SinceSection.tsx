import { useId, useState } from 'preact/hooks';
import type { OvertakenClaim } from '../glossary/card-record.ts';
import type { SinceRow } from './card-plan.ts';
import { DateEditor } from './DateEditor.tsx';
import { DateText } from './DateText.tsx';
import { formatDate, formatValue } from './format.ts';
import { IconButton } from './IconButton.tsx';
import { ArrowIcon, EditIcon } from './icons.tsx';
import { SourceLine } from './SourceLink.tsx';
import type { SinceView } from './since-view.ts';
import { DATE_ORIGINS, SINCE_TEXT } from './strings.ts';

/** Changes in sight before the reader asks for the rest. */
const SHOWN = 3;

export interface SinceSectionProps {
  readonly since: SinceView;
  /** The changes, newest first. */
  readonly rows: readonly SinceRow[];
  /** Day up to which the facts were checked. */
  readonly checked: string;
  readonly today: string;
  readonly onSetDate?: ((date: string | null) => void) | undefined;
}

/** What is recorded after the day on which the page was written. */
export function SinceSection({ since, rows, checked, today, onSetDate }: SinceSectionProps) {
  const [editing, setEditing] = useState(false);
  const title = useId();
  const dated = since.kind === 'none' || since.kind === 'changed' ? since : undefined;
  const origin = since.kind === 'unknown' ? undefined : since.origin;
  const edit = onSetDate === undefined ? undefined : () => setEditing(!editing);
  return (
    <section class="gl-since" data-kind={since.kind} aria-labelledby={title}>
      <div class="gl-since-head">
        <div class="gl-since-title">
          <h3 id={title} class="gl-label">
            {since.kind === 'unknown'
              ? SINCE_TEXT.unknown
              : SINCE_TEXT.title[since.role ?? 'published']}
            {dated !== undefined && (
              <>
                {' · '}
                <DateText date={dated.since} />
              </>
            )}
          </h3>{' '}
          {dated !== undefined && <span class="gl-origin">({DATE_ORIGINS[dated.origin]})</span>}
        </div>
        {edit !== undefined &&
          (since.kind === 'unknown' ? (
            <button type="button" class="gl-fold" aria-expanded={editing} onClick={edit}>
              {SINCE_TEXT.setDate}
            </button>
          ) : (
            <IconButton name={SINCE_TEXT.changeDate} expanded={editing} onPress={edit}>
              <EditIcon />
            </IconButton>
          ))}
      </div>
      {editing && onSetDate !== undefined && (
        <DateEditor
          // The page may tell its date only after the editor was opened.
          key={dated?.since ?? ''}
          date={dated?.since ?? ''}
          today={today}
          canReset={origin === 'reader'}
          onSet={(date) => {
            setEditing(false);
            onSetDate(date);
          }}
          onCancel={() => setEditing(false)}
        />
      )}
      <SinceBody since={since} rows={rows} checked={checked} />
    </section>
  );
}

function SinceBody({
  since,
  rows,
  checked,
}: Pick<SinceSectionProps, 'since' | 'rows' | 'checked'>) {
  switch (since.kind) {
    case 'unknown':
      return null;
    case 'newer-than-data':
      return <p class="gl-since-note">{SINCE_TEXT.newer(formatDate(since.checked))}</p>;
    case 'none':
      return <p class="gl-since-note">{SINCE_TEXT.none(formatDate(checked))}</p>;
    case 'changed':
      return <Changes rows={rows} />;
  }
}

function Changes({ rows }: { readonly rows: readonly SinceRow[] }) {
  const [all, setAll] = useState(false);
  const shown = all || rows.length <= SHOWN + 1 ? rows : rows.slice(0, SHOWN);
  const hidden = rows.length - shown.length;
  return (
    <>
      <ol class="gl-changes">
        {shown.map(({ claim, olds }) => (
          <li key={claim.id} class="gl-change">
            {olds.map((old) => (
              <Shift key={old.id} old={old} now={claim.value} />
            ))}
            <p dir="auto">
              <DateText date={claim.asOf} class="gl-date" />: {claim.text}
            </p>
            {olds.map((old) => (
              <Before key={old.id} old={old} now={claim.value} />
            ))}
            <SourceLine citations={claim.citations} confidence={claim.confidence} />
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <button type="button" class="gl-fold gl-outdent" onClick={() => setAll(true)}>
          {SINCE_TEXT.more(hidden)}
        </button>
      )}
    </>
  );
}

type Now = OvertakenClaim['value'];

/** Two figures that can be set side by side. */
function hasShift(old: OvertakenClaim, now: Now): boolean {
  return old.value !== undefined && old.value.unit === now?.unit;
}

/** “up to $4 bn → $8 bn”, where both claims give a figure of one kind. */
function Shift({ old, now }: { readonly old: OvertakenClaim; readonly now: Now }) {
  if (old.value === undefined || now === undefined || !hasShift(old, now)) return null;
  return (
    <p class="gl-shift">
      <span class="gl-unseen">{SINCE_TEXT.from} </span>
      <bdi class="gl-shift-old">{formatValue(old.value)}</bdi>
      <ArrowIcon />
      <span class="gl-unseen"> {SINCE_TEXT.to} </span>
      <bdi>{formatValue(now)}</bdi>
    </p>
  );
}

/** The words of what held before, where no figures tell it; its source is among the earlier facts. */
function Before({ old, now }: { readonly old: OvertakenClaim; readonly now: Now }) {
  if (hasShift(old, now)) return null;
  return (
    <p class="gl-before" dir="auto">
      {SINCE_TEXT.before(formatDate(old.asOf))} {old.text}
    </p>
  );
}
