/** Looks for barriers with axe-core, in the page as it is. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** @returns what axe calls serious or critical, a line each: rule, then the element. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  // Run through the debugging protocol: a page of the extension allows no script element.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    () =>
      (
        globalThis as unknown as { axe: { run(): Promise<unknown> } }
      ).axe.run() as Promise<AxeResult>,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
}
