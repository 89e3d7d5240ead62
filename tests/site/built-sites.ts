import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** A content folder and where its site is built for the tests. */
export interface BuiltSite {
  name: string;
  content: string;
  config: string;
  folder: string;
}

const cache = resolve('node_modules/.cache/tests-site');

const FIXTURE: BuiltSite = {
  name: 'hand-made content',
  content: resolve('tests/fixtures/content'),
  config: resolve('tests/fixtures/portal.config.ts'),
  folder: resolve(cache, 'fixture'),
};

const SAMPLE: BuiltSite = {
  name: 'sample content',
  content: resolve('content'),
  config: resolve('portal.config.ts'),
  folder: resolve(cache, 'sample'),
};

/** A portal before its first export. */
const EMPTY: BuiltSite = {
  name: 'no content',
  content: resolve(cache, 'no-content'),
  config: resolve('tests/fixtures/portal.config.ts'),
  folder: resolve(cache, 'empty'),
};

export const fixtureSite = FIXTURE;

/** The sites that `build-site.ts` builds once for the tests; the sample's only where it exists. */
export const builtSites: readonly BuiltSite[] = [
  FIXTURE,
  EMPTY,
  ...(existsSync(resolve('content/dataset.json')) ? [SAMPLE] : []),
];

/** Where the outcome of a site's build is kept, once it has ended. */
export function outcomeFile(folder: string): string {
  return `${folder}.outcome.json`;
}
