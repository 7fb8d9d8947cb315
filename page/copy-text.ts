/**
 * Text to the clipboard, from within a page. A page served over plain http has no clipboard API, and
 * a page or frame may be denied it by policy: there the browser's own copy command serves. It asks by
 * an event what to copy, so that neither focus nor selection nor any node has to be touched.
 */

/**
 * To be called while the browser still counts the reader's press as recent.
 * @param view window of the document in which the reader has pressed.
 * @returns whether the text reached the clipboard; never throws.
 */
export async function copyText(view: Window, text: string): Promise<boolean> {
  try {
    await view.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(view, text);
  }
}

function copyByCommand(view: Window, text: string): boolean {
  let isSet = false;
  const stop = new AbortController();
  const options = { capture: true, signal: stop.signal } as const;
  // Many pages add to what is copied from them, or forbid it: this copy is none of theirs.
  view.addEventListener('beforecopy', (event) => event.stopImmediatePropagation(), options);
  view.addEventListener(
    'copy',
    (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      event.clipboardData?.clearData();
      event.clipboardData?.setData('text/plain', text);
      isSet = event.clipboardData !== null;
    },
    options,
  );
  try {
    return view.document.execCommand('copy') && isSet;
  } catch {
    // A document that is not HTML has no commands.
    return false;
  } finally {
    stop.abort();
  }
}
