import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './tests/slowest-first.ts';

const CORES = 2;

/**
 * The file name says where a test runs: *.test.ts is quick, *.process.test.ts runs whole commands, *.site.test.ts looks
 * at built sites, *.build.test.ts builds one: Astro builds one site at a time. Sites are built while the first two run, in
 * which one worker more than there are cores works while another waits; tests of sites look at the clock.
 */
export default defineConfig({
  // As in astro.config.js.
  resolve: { alias: { '#languages': resolve('src/core/language') } },
  test: {
    env: { TZ: 'UTC', LANG: 'en_US.UTF-8' },
    sequence: { sequencer: SlowestFirst },
    // Both cores: by itself it would leave one free.
    maxWorkers: CORES,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.{site,process,build}.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Modules are loaded once a worker, not once a file.
          isolate: false,
          maxWorkers: CORES + 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: ['tests/**/*.process.test.ts'],
          maxWorkers: CORES + 1,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/**/*.site.test.ts'],
          globalSetup: ['tests/site/build-site.ts'],
          setupFiles: ['tests/site/await-sites.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'build',
          include: ['tests/**/*.build.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
