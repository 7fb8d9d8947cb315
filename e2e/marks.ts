/** Reads the marks of a page, which any page can: highlights are no secret. */
import type { Page } from 'puppeteer-core';

export interface SeenMark {
  readonly text: string;
  /** Middle of its first line box, viewport px; undefined while out of the window. */
  readonly x: number;
  readonly y: number;
}

/** @returns the registered marks in document order. */
export function readMarks(page: Page): Promise<SeenMark[]> {
  return page.evaluate(() => {
    const highlight = CSS.highlights.get('glosslight');
    const marks: { text: string; x: number; y: number; range: Range }[] = [];
    highlight?.forEach((abstract) => {
      const range = document.createRange();
      range.setStart(abstract.startContainer, abstract.startOffset);
      range.setEnd(abstract.endContainer, abstract.endOffset);
      const [rect] = range.getClientRects();
      if (rect === undefined) return;
      marks.push({
        text: range.toString(),
        x: rect.x + rect.width / 2,
        y: rect.y + rect.height / 2,
        range,
      });
    });
    marks.sort((a, b) =>
      // Across shadow trees only the eye can tell.
      a.range.startContainer.getRootNode() === b.range.startContainer.getRootNode()
        ? a.range.compareBoundaryPoints(Range.START_TO_START, b.range)
        : a.y - b.y || a.x - b.x,
    );
    return marks.map(({ text, x, y }) => ({ text, x, y }));
  });
}

/** Waits until the marks satisfy a test and have stopped changing. */
export async function waitForMarks(
  page: Page,
  isEnough: (marks: readonly SeenMark[]) => boolean = (marks) => marks.length > 0,
  ms = 5000,
): Promise<SeenMark[]> {
  const end = Date.now() + ms;
  let before = '';
  for (;;) {
    const marks = await readMarks(page);
    const now = JSON.stringify(marks);
    if (isEnough(marks) && now === before) return marks;
    if (Date.now() > end) throw new Error(`marks are ${now}`);
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 80));
  }
}
