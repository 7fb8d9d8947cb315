import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** `--gl-name: light-dark(#light, #dark)` of the first rule that sets it. */
const tokens = new Map<string, readonly [string, string]>();
for (const [, name, light, dark] of css.matchAll(
  /--gl-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/gu,
)) {
  if (name !== undefined && light !== undefined && dark !== undefined && !tokens.has(name)) {
    tokens.set(name, [light, dark]);
  }
}

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['surface', 'surface-2', 'hover', 'accent-bg'];
const cases = ['light', 'dark'].flatMap((theme, index) =>
  surfaces.map((surface) => ({ theme, index, surface })),
);
const colour = (name: string, index: number) => tokens.get(name)?.[index] ?? '';

describe.each(cases)('$theme, on $surface', ({ index, surface }) => {
  test.each(['ink', 'ink-2', 'ink-3', 'accent', 'link'])('%s reads at 4.5:1', (name) => {
    expect(contrast(colour(name, index), colour(surface, index))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['edge', 'focus'])('%s is seen at 3:1', (name) => {
    expect(contrast(colour(name, index), colour(surface, index))).toBeGreaterThanOrEqual(3);
  });
});

test('the thumb of a switch that is on is seen at 3:1', () => {
  for (const index of [0, 1]) {
    expect(contrast(colour('on-accent', index), colour('accent', index))).toBeGreaterThan(3);
  }
});
