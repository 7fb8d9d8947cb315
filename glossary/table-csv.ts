/** Tables as CSV (RFC 4180), for spreadsheets. */

export type Cell = string | number | undefined;

/** What a spreadsheet would run as a formula; a pack's text is data and must stay data. */
const FORMULA = /^[=+\-@\t\r]/u;

/**
 * @param header names of the columns
 * @param rows as many cells each; an undefined one is left empty
 * @returns the table with CRLF line ends, preceded by the mark that makes spreadsheets read UTF-8
 */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(writeCell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function writeCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
