import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The properties alone, as often as `npm run fuzz` asks for. */
export default mergeConfig(
  base,
  defineConfig({ test: { setupFiles: ['scripts/fuzz-seed.ts'], testTimeout: 1_800_000 } }),
);
