import { useRef } from 'preact/hooks';
import { DataTable } from '../DataTable.tsx';
import { OPTIONS_TEXT } from './options-text.ts';

export interface KeyBinding {
  readonly action: string;
  /** Empty where none is set. */
  readonly keys: string;
}

/** The keys that do something, as the browser has them now. */
export function KeyTable(props: {
  readonly bindings: readonly KeyBinding[];
  /** Where the browser lets them be changed. */
  readonly where: string;
}) {
  const { keys } = OPTIONS_TEXT;
  return (
    <>
      <DataTable look="list" columns={keys.columns}>
        {props.bindings.map((binding) => (
          <tr key={binding.action}>
            <th scope="row">{binding.action}</th>
            <td>{binding.keys === '' ? keys.none : <kbd>{binding.keys}</kbd>}</td>
          </tr>
        ))}
      </DataTable>
      <p class="gl-note">
        {`${keys.lead} `}
        <code>{props.where}</code>
      </p>
    </>
  );
}

/** Taking everything away, or throwing it away. */
export function DataActions(props: {
  readonly version: string;
  readonly outcome: string;
  readonly onExport: () => void;
  readonly onErase: () => void;
}) {
  const { data } = OPTIONS_TEXT;
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <p class="gl-note">{data.lead}</p>
      <div class="gl-actions">
        <button type="button" class="gl-button" onClick={props.onExport}>
          {data.export}
        </button>
        <button type="button" class="gl-button" onClick={() => dialog.current?.showModal()}>
          {data.erase}
        </button>
      </div>
      <p role="status" class="gl-note">
        {props.outcome}
      </p>
      <p class="gl-note">{data.version(props.version)}</p>
      <dialog ref={dialog} class="gl-dialog" aria-labelledby="gl-erase">
        <form method="dialog">
          <p id="gl-erase">{data.eraseSure}</p>
          <div class="gl-actions">
            <button type="submit" class="gl-button">
              {data.cancel}
            </button>
            <button type="submit" class="gl-button gl-strong" onClick={props.onErase}>
              {data.eraseYes}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}

/** What is known about the reader: nothing; and what each permission is for. */
export function PrivacyText() {
  const { privacy } = OPTIONS_TEXT;
  return (
    <>
      {privacy.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <DataTable look="list" columns={privacy.columns}>
        {privacy.permissions.map(([permission, reason]) => (
          <tr key={permission}>
            <th scope="row">{permission}</th>
            <td>{reason}</td>
          </tr>
        ))}
      </DataTable>
    </>
  );
}
