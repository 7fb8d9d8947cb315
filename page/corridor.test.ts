import { describe, expect, test } from 'vitest';
import { isHeadingFor } from './corridor.ts';

const below = { left: 100, top: 200, right: 460, bottom: 500 };
const above = { left: 100, top: 20, right: 460, bottom: 120 };
const beside = { left: 400, top: 100, right: 700, bottom: 300 };

/** Whether every step of a straight way counts as heading for the card. */
function holds(from: { x: number; y: number }, to: { x: number; y: number }, card: typeof below) {
  const steps = 20;
  const at = (step: number) => ({
    x: from.x + ((to.x - from.x) * step) / steps,
    y: from.y + ((to.y - from.y) * step) / steps,
  });
  return Array.from({ length: steps - 1 }, (_, step) =>
    isHeadingFor(from, at(step), at(step + 1), card),
  ).every(Boolean);
}

describe('the way from term to card', () => {
  test.each([
    ['straight down', { x: 150, y: 180 }, { x: 150, y: 199 }, below],
    ['slanting to the far corner', { x: 110, y: 150 }, { x: 450, y: 199 }, below],
    ['straight up', { x: 150, y: 160 }, { x: 160, y: 121 }, above],
    ['to the right', { x: 300, y: 150 }, { x: 399, y: 290 }, beside],
    ['to the left', { x: 800, y: 150 }, { x: 701, y: 110 }, beside],
  ])('%s is inside', (_, from, to, card) => {
    expect(holds(from, to, card)).toBe(true);
  });

  test.each([
    ['away from the card', { x: 150, y: 180 }, { x: 150, y: 100 }, below],
    ['along the line', { x: 150, y: 180 }, { x: 480, y: 180 }, below],
    ['past the card’s side', { x: 150, y: 100 }, { x: 20, y: 199 }, below],
  ])('%s is outside', (_, from, to, card) => {
    expect(holds(from, to, card)).toBe(false);
  });

  test('a trembling hand is still on its way, one that stands still too', () => {
    const exit = { x: 150, y: 180 };
    expect(isHeadingFor(exit, { x: 150, y: 190 }, { x: 151, y: 189.7 }, below)).toBe(true);
    expect(isHeadingFor(exit, { x: 150, y: 190 }, { x: 150, y: 190 }, below)).toBe(true);
    expect(isHeadingFor(exit, { x: 150, y: 190 }, { x: 150, y: 185 }, below)).toBe(false);
  });
});
