/** Unit tests stand beside the code and are quick; end-to-end tests run compilers and the programs they build. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'e2e',
          include: ['test/**/*.test.ts'],
          // A case is four compilations and runs; two at a time (maxConcurrency) on a machine that is busy with others.
          testTimeout: 600_000,
          hookTimeout: 240_000,
        },
      },
    ],
    maxConcurrency: 2,
    // Tests wait for compilers more than they work: one worker, the default of two processors, leaves one of these idle.
    maxWorkers: 2,
  },
});
