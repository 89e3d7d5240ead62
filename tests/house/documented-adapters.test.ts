import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportName } from '#core/format/export-name.ts';
import { ADAPTERS } from '#generate/exports/adapters/adapter-registry.ts';
import { isDocumented } from '#generate/exports/adapter.ts';
import { repositoryFiles, textOf } from './repository-files.ts';

const DOCS = textOf('docs/exports.md') ?? '';
/** Rows of the table of platforms: platform, file (adapter), read, not in it. */
const ROWS = (DOCS.split('## Platforms')[1]?.split('\n### ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()));
/** Ids in the column of files; what has no adapter is mapped, and its ids are words of the tables. */
const IDS = ROWS.flatMap(([, , file = '']) =>
  file.includes('mapped')
    ? []
    : [...file.matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)*)`/g)].map(([, id = '']) => id),
);
const FORMATS = ADAPTERS.filter((adapter) => !isDocumented(adapter)).map(({ id }) => id);
const CSVS = ADAPTERS.filter(isDocumented).map(({ id }) => `${id.replace('generic-', '')}.csv`);

const PLATFORMS = new Set(ROWS.map(([, platform = '']) => platform));

test('docs/exports.md says of every platform what is read and what is not in it', () => {
  expect(PLATFORMS.size).toBeGreaterThan(25);
  for (const [, platform, , read = '', missing = ''] of ROWS) {
    expect(read, platform).not.toBe('');
    expect(missing, platform).not.toBe('');
  }
});

test('docs/exports.md lists each adapter of the registry once, and no other', () => {
  expect([...IDS].sort()).toEqual([...FORMATS].sort());
  expect(
    CSVS.filter((name) => !DOCS.includes(`\`${name}\``) && !DOCS.includes(`### ${name}`)),
  ).toEqual([]);
});

/** What is known of formats, a folder a platform; not beside every copy of this repository. */
const INDEX = '../shared/exports';

test.skipIf(!existsSync(INDEX))(
  'docs/exports.md has a line for every platform whose format is known, or who maps it',
  () => {
    const platforms = readdirSync(INDEX, { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    const lines = [...IDS, ...[...PLATFORMS].map((platform) => platform?.toLowerCase() ?? '')];
    const isListed = (name: string): boolean =>
      lines.some((line) => line.startsWith(name) || name === `${line}-returns`);
    expect(platforms.length).toBeGreaterThan(20);
    expect(platforms.map(({ name }) => name).filter((name) => !isListed(name))).toEqual([]);
  },
);

test('exportName() gives the platform of every adapter the name that docs/exports.md gives it', () => {
  const named = FORMATS.map((id) => exportName(id).platform ?? `no name for ${id}`);
  expect(named.filter((name) => !PLATFORMS.has(name))).toEqual([]);
});

test('every adapter is named by a test that reads a file with it', () => {
  const tests = repositoryFiles()
    .filter((path) => /^tests\/(generate|sample)\/.*\.ts$/.test(path))
    .map((path) => textOf(path) ?? '');
  const isNamed = (name: string): boolean =>
    tests.some((text) => new RegExp(`(?<![\\w-])${name.replace('.', '\\.')}(?![\\w-])`).test(text));
  expect([...FORMATS, ...CSVS].filter((name) => !isNamed(name))).toEqual([]);
});
