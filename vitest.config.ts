import { defineConfig } from 'vitest/config';

/** Shared by both halves. Files run in processes of their own: some tests change the environment or send signals. */
const usual = {
  pool: 'forks' as const,
  testTimeout: 20_000,
  hookTimeout: 30_000,
  setupFiles: ['test/project/no-noise.ts'],
};

/** Tests of the project itself (layers, lengths, lock file) need no database, so `npm run imports` is quick. */
const ofTheProject = 'test/project/**/*.test.ts';

export default defineConfig({
  test: {
    // Two at a time: every file has a database of its own in one Postgres, and the machines we know have two cores.
    maxWorkers: 2,
    reporters: ['default', './test/project/closing-line.ts'],
    projects: [
      { test: { ...usual, name: 'project', include: [ofTheProject] } },
      {
        test: {
          ...usual,
          name: 'birge',
          include: ['test/**/*.test.ts'],
          exclude: [ofTheProject],
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
    ],
  },
});
