import { defineConfig } from 'vitest/config';

/** Quick tests of the core first; then those that open the built site and its PDFs in a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          testTimeout: 30_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/site/**', 'test/pdf/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts', 'test/pdf/**/*.test.ts'],
          globalSetup: ['test/site/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
