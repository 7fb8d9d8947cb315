import { defineConfig } from 'vitest/config';

/** Real browsers on two cores: one file at a time, and patience. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
