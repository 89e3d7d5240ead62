import lunr from 'lunr';
import { expect, test } from 'vitest';
import { SEARCH_FIELDS } from '#core/search/search-files.ts';
import { weighedTerms } from '#core/search/weighed-terms.ts';

const KINDS = [
  { kind: 'persona', boost: 1 },
  { kind: 'page', boost: 0.8 },
  { kind: 'fact', boost: 0.25 },
] as const;
const WORDS = ['jean', 'coat', 'box', 'late', 'mend', 'tent', 'glove', 'scarf', 'gift'];

/** Words of a document, each as its own stem, some of them several times; the third document has no keywords. */
const fields = KINDS.map((_, number) => ({
  title: WORDS.slice(number, number + 2),
  keywords: number === 2 ? [] : WORDS.slice(number + 3, number + 5),
  text: WORDS.flatMap((word, at) => Array.from({ length: (at * (number + 3)) % 5 }, () => word)),
}));

test('weighs every word of every field as lunr does', () => {
  const builder = new lunr.Builder();
  builder.tokenizer = Object.assign(
    (words: unknown) => (words as string[]).map((word) => new lunr.Token(word, {})),
    { separator: /\s+/ },
  );
  builder.ref('number');
  for (const [field, boost] of [
    ['title', 8],
    ['keywords', 6],
    ['text', 1],
  ] as const)
    builder.field(field, { boost });
  KINDS.forEach(({ boost }, number) => {
    builder.add({ number: String(number), ...fields[number] }, { boost });
  });
  const index = builder.build().toJSON() as {
    fieldVectors: [string, number[]][];
    invertedIndex: [string, { _index: number }][];
  };
  const terms = new Map(index.invertedIndex.map(([term, { _index }]) => [_index, term]));
  const byLunr = index.fieldVectors.flatMap(([reference, vector]) =>
    vector.flatMap((part, at) =>
      at % 2 === 0 ? [`${terms.get(part) ?? ''} ${reference} ${vector[at + 1] ?? 0}`] : [],
    ),
  );

  const own = [...weighedTerms(KINDS, fields)].flatMap(([term, postings]) =>
    postings.flatMap((some, at) =>
      some.map(
        ({ document, weight }) => `${term} ${SEARCH_FIELDS[at] ?? ''}/${document} ${weight}`,
      ),
    ),
  );
  expect(own.length).toBeGreaterThan(20);
  expect(own.sort()).toEqual(byLunr.sort());
});

test('has no terms without documents', () => {
  expect(weighedTerms([], []).size).toBe(0);
});
