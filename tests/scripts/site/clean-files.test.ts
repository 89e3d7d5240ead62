import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { searchNames } from '#components/search-names.ts';
import { localSecret } from '#generate/local-secret.ts';
import { allowedContacts, type Allowed } from '#generate/privacy/allowed-contacts.ts';
import { assertNoCustomerInSite } from '#generate/privacy-scan.ts';
import { CleanFiles } from '#scripts/site/clean-files.ts';
import { buildSearchIndex } from '#render/build-search-index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ALLOWED = allowedContacts(['Rosa Alderwick']);
const PAGE = '<p>Pim Underhillow bought boots</p>';
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site/index.html'), PAGE);
});

/** Looks through the site; the pages that were read. */
function look(allowed: Allowed = ALLOWED): string[] {
  const state = join(folder, 'state');
  const files = new CleanFiles(join(folder, 'cache/clean-files.txt'), state, allowed);
  const read: string[] = [];
  assertNoCustomerInSite(join(folder, 'site'), state, allowed, {
    isClean: (path, text) => {
      const isClean = files.isClean(path, text);
      if (!isClean) read.push(path);
      return isClean;
    },
    foundNobody: (path, text) => {
      files.foundNobody(path, text);
    },
  });
  files.save();
  return read;
}

/** Makes somebody a customer, as `generate` does. */
function know(name: string, words: readonly string[]): void {
  const state = join(folder, 'state');
  const secret = localSecret(state);
  const lines = [`name:${name}`, ...words.map((word) => `word:${word}`)].map((key) =>
    hash('sha256', `${secret}:known:${key}`).slice(0, 14),
  );
  writeFileSync(
    join(state, 'known-people.txt'),
    lines
      .sort()
      .map((line) => `${line}\n`)
      .join(''),
  );
}

test('a page in which nobody was found is read once', () => {
  expect(look()).toEqual(['index.html']);
  expect(look()).toEqual([]);
});

test('a page is read again with other words, under another name and with others allowed', () => {
  look();
  writeFileSync(join(folder, 'site/index.html'), `${PAGE}\n`);
  writeFileSync(join(folder, 'site/copy.html'), PAGE);
  expect(look()).toEqual(['copy.html', 'index.html']);
  expect(look(allowedContacts(['Pim Underhillow']))).toEqual(['copy.html', 'index.html']);
});

test('a page that was clean is refused as soon as somebody in it is a customer', () => {
  look();
  know('pim underhillow', ['pim', 'underhillow']);
  expect(() => look()).toThrow('the name of a customer');
  // And again: nothing that was found counts as clean.
  expect(() => look()).toThrow('the name of a customer');
  expect(look(allowedContacts(['Pim Underhillow']))).toEqual(['index.html']);
});

/** Writes the search of pages, each of which has a file of its own. */
function writeSearchOf(pages: readonly string[]): void {
  const documents = pages.map((id) => ({
    ...{ id, url: `${id}/`, kind: 'page' as const, title: id, text: id, keywords: [] },
  }));
  const names = searchNames({ personas: [], kpis: [], formats: {} });
  for (const [path, text] of buildSearchIndex(documents, names, { terms: 1, pages: 1 })) {
    const file = join(folder, 'site', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

test('a file of the search that differs by the version of all alone is not read again', () => {
  writeSearchOf(['boots', 'coats']);
  look();
  writeSearchOf(['boots', 'coats', 'hats']);
  // The terms' weights go by how many pages there are.
  expect(look().filter((path) => !path.startsWith('search/terms-'))).toEqual([
    'search-index.json',
    'search/pages-2.json',
    'search/words-4.json',
  ]);
});

test('what stands in the place of a version is read again where it is no version, or no file of the search', () => {
  const write = (path: string, version: string): void => {
    writeFileSync(join(folder, 'site', path), `{"version":"${version}","pages":[]}`);
  };
  mkdirSync(join(folder, 'site/search'));
  look();
  write('search/pages-0.json', 'Pim Underhil');
  write('other.json', '0123456789ab');
  expect(look()).toEqual(['other.json', 'search/pages-0.json']);
  write('search/pages-0.json', 'Pim Alderwic');
  write('other.json', 'ba9876543210');
  expect(look()).toEqual(['other.json', 'search/pages-0.json']);
});

test('what is kept tells nothing of the site, and holds the last one only', () => {
  look();
  writeFileSync(join(folder, 'site/index.html'), '<p>Boots</p>');
  look();
  const kept = readFileSync(join(folder, 'cache/clean-files.txt'), 'utf8');
  expect(kept).toMatch(/^[0-9a-f]{64}$/);
});
