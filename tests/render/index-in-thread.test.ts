import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { searchNames } from '#components/search-names.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import { buildSearchIndex } from '#render/build-search-index.ts';
import { indexInThread } from '#render/index-in-thread.ts';
import { fileTree } from '../generate/content/file-tree.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';

const names = searchNames({ personas: [], kpis: [], formats: {} });
const page = (id: string): SearchDocument => ({
  id,
  url: `${id}/`,
  kind: 'page',
  title: `The page “${id}”`,
  text: 'Baskets are saved – 72 % of them.',
  keywords: [],
});

const documents = ['one', 'other'].map(page);

function placesIn(folder: string, program: string | null) {
  return { site: join(folder, 'site'), cache: join(folder, 'cache'), program };
}

test('indexInThread() puts the files that buildSearchIndex() gives in their places, and gives the manifest', async () => {
  const folder = temporaryFolder();
  const files = buildSearchIndex(documents, names);
  const manifest = await indexInThread({ documents, names, ...placesIn(folder, null) });
  expect(manifest).toBe(files.get('search-index.json'));
  expect(fileTree(folder)).toEqual(
    Object.fromEntries([...files].map(([path, text]) => [`site/${path}`, text])),
  );
});

test('indexInThread() takes over what it kept of the same documents, and makes anew what is damaged', async () => {
  const folder = temporaryFolder();
  const places = placesIn(folder, 'program');
  await indexInThread({ documents, names, ...places });
  const whole = fileTree(places.site);
  // A thread keeps what it has made after it has said so.
  const keptNames = (): string[] =>
    existsSync(places.cache) ? readdirSync(places.cache).filter((name) => !name.includes('.')) : [];
  await expect.poll(keptNames).toHaveLength(1);
  const [kept = ''] = keptNames();
  const before = statSync(join(places.cache, kept));

  rmSync(places.site, { recursive: true });
  await indexInThread({ documents, names, ...places });
  expect(fileTree(places.site)).toEqual(whole);
  expect(statSync(join(places.cache, kept)).ino).toBe(before.ino);

  writeFileSync(join(places.cache, kept), 'damaged');
  await indexInThread({ documents, names, ...places });
  expect(fileTree(places.site)).toEqual(whole);
  await expect.poll(() => readFileSync(join(places.cache, kept), 'utf8')).not.toBe('damaged');

  await indexInThread({ documents: [page('one')], names, ...places });
  await expect.poll(keptNames).toHaveLength(2);
});

test('indexInThread() fails with what the index fails with', async () => {
  const twice = [page('one'), page('one')];
  await expect(
    indexInThread({ documents: twice, names, ...placesIn(temporaryFolder(), null) }),
  ).rejects.toThrow('two documents have the id "one"');
});
