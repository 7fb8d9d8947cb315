/** Days, months and years on one line, compared as `YYYY-MM-DD` texts. */

/** The first day that a date can mean: `2023-09` → `2023-09-01`. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** The last day that a date can mean: `2023-09` → `2023-09-30`. */
export function lastDay(date: string): string {
  if (date.length === 10) return date;
  const year = Number(date.slice(0, 4));
  const month = date.length === 7 ? Number(date.slice(5, 7)) : 12;
  return `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-${daysIn(year, month)}`;
}

/** Whether a day exists: 2023-02-30 does not. Months and years always do. */
export function existsDay(date: string): boolean {
  if (date.length < 10) return true;
  const [year, month, day] = date.split('-').map(Number);
  return (day ?? 0) <= daysIn(year ?? 0, month ?? 1);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
