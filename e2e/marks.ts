/** Reads the marks of a page, which any page can: highlights are no secret. */
import type { Page } from 'puppeteer-core';
import { PATIENCE, until } from './patience.ts';

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
      // Of text that has just become shorter; nothing of it is painted.
      const { length } = abstract.endContainer as Text;
      if (abstract.endOffset > length || abstract.startOffset > length) return;
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
  ms = PATIENCE,
): Promise<SeenMark[]> {
  let before = '';
  return until(
    () => readMarks(page),
    (marks) => {
      const now = JSON.stringify(marks);
      const isSteady = now === before;
      before = now;
      return isSteady && isEnough(marks);
    },
    'not the marks that should be',
    ms,
  );
}

/** How long marks of a page with many senses must stay as they are to count as final, in ms. */
const STILL_MS = 800;

/**
 * Waits until all is read and resolved: what is marked first may give way to a mention above it, and
 * text that changes is left in peace for a while.
 */
export async function waitForFinalMarks(
  page: Page,
  isEnough: (marks: readonly SeenMark[]) => boolean = (marks) => marks.length > 0,
): Promise<SeenMark[]> {
  let before = '';
  let since = Date.now();
  return until(
    () => readMarks(page),
    (marks) => {
      const now = JSON.stringify(marks);
      if (now !== before) since = Date.now();
      before = now;
      return isEnough(marks) && Date.now() - since > STILL_MS;
    },
    'not the marks that should be, or none that stay',
  );
}
