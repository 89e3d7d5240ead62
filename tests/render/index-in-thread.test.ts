import { expect, test } from 'vitest';
import { searchNames } from '#components/search-names.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import { buildSearchIndex } from '#render/build-search-index.ts';
import { indexInThread } from '#render/index-in-thread.ts';

const names = searchNames({ personas: [], kpis: [], formats: {} });
const page = (id: string): SearchDocument => ({
  id,
  url: `${id}/`,
  kind: 'page',
  title: `The page “${id}”`,
  text: 'Baskets are saved – 72 % of them.',
  keywords: [],
});

test('indexInThread() gives the files that buildSearchIndex() gives, in their order', async () => {
  const documents = ['one', 'other'].map(page);
  expect([...(await indexInThread(documents, names))]).toEqual([
    ...buildSearchIndex(documents, names),
  ]);
});

test('indexInThread() fails with what the index fails with', async () => {
  await expect(indexInThread([page('one'), page('one')], names)).rejects.toThrow(
    'two documents have the id "one"',
  );
});
