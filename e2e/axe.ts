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
  // What still fades in has the contrast of no state that stays.
  await page.evaluate(async () => {
    const running = document.getAnimations().filter(({ effect }) => {
      const { endTime } = effect?.getComputedTiming() ?? {};
      return typeof endTime === 'number' && Number.isFinite(endTime);
    });
    await Promise.allSettled(running.map(({ finished }) => finished));
  });
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
