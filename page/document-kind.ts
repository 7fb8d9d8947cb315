/** What kind of document a page is: some can't be marked, and in some no card can be shown. */

export type DocumentKind = 'html' | 'svg' | 'xml' | 'pdf';

const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * @returns `html` for everything that is laid out as text: XHTML, plain text and JSON as well. `xml`
 *   is a tree that the browser shows as its source, `pdf` the frame around the browser's viewer.
 */
export function documentKind(document: Document): DocumentKind {
  const { contentType } = document;
  if (contentType === 'text/html') return 'html';
  if (contentType === 'application/pdf') return 'pdf';
  if (contentType === 'image/svg+xml') return 'svg';
  const isXml = /[/+]xml$/u.test(contentType);
  // Chromium shows a tree as a page of its own making, with the source hidden in it.
  const isSource =
    document.documentElement?.namespaceURI !== XHTML ||
    document.querySelector('#webkit-xml-viewer-source-xml') !== null;
  return isXml && isSource ? 'xml' : 'html';
}
