import type { PopupTerm } from '../../components/PopupPanel.tsx';
import type { UnmarkedForm } from '../../components/UnmarkedList.tsx';
import type { PageReport } from '../../extension/messages.ts';
import type { TermSummary } from '../../glossary/card-record.ts';

/** One list out of the reports of a page's frames, by how often a term is named. */
export function mergeReports(reports: readonly PageReport[], summaries: readonly TermSummary[]) {
  const byId = new Map(summaries.map((summary) => [summary.id, summary]));
  const counts = new Map<string, number>();
  const unmarked = new Map<string, UnmarkedForm>();
  for (const report of reports) {
    for (const { id, count } of report.terms) counts.set(id, (counts.get(id) ?? 0) + count);
    for (const { form, reads, count } of report.unmarked) {
      const key = `${form}\t${reads}`;
      const known = unmarked.get(key)?.count ?? 0;
      unmarked.set(key, { form, reads, count: known + count });
    }
  }
  const terms: PopupTerm[] = [...counts]
    .flatMap(([id, count]) => {
      const summary = byId.get(id as TermSummary['id']);
      return summary === undefined ? [] : [{ ...summary, count }];
    })
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'));
  return {
    terms,
    unmarked: [...unmarked.values()].filter(({ reads }) => reads !== null),
    hindrance: reports.find(({ isTop }) => isTop)?.hindrance ?? null,
    isScanning: reports.some((report) => report.isScanning),
    // A lively advert in a frame of its own doesn't speak for the page.
    isOnDemand: reports.some((report) => report.isTop && report.isOnDemand),
  };
}
