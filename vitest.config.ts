import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{data,glossary,page,components,extension,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
