import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{data,glossary,page,components,extension,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Thousands of random cases: on a loaded machine the usual five seconds are too few.
    testTimeout: 60_000,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
