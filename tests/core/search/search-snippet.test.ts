import { expect, test } from 'vitest';
import { snippetOf } from '#core/search/search-snippet.ts';
import { searchWords } from '#core/search/search-words.ts';

const TITLE = 'The Fit Seeker';
const FILLER = 'A sentence that stands between them and holds no word of it. '.repeat(4);
const TEXT = `The Fit Seeker has a fitting room at home. ${FILLER}Spends most of all.`;
const QUERY = ['fit', 'seeker', 'spends'];

test('snippetOf() shows what the title does not say already', () => {
  const { snippet } = snippetOf(TEXT, searchWords(TEXT), searchWords(TITLE), (word) =>
    QUERY.indexOf(word),
  );
  expect(snippet).toContain('Spends most of all.');
});

test('snippetOf() shows where most words stand if the title says them all', () => {
  const { snippet } = snippetOf(TEXT, searchWords(TEXT), searchWords(TITLE), (word) =>
    QUERY.slice(0, 2).indexOf(word),
  );
  expect(snippet).toContain('The Fit Seeker has');
});
