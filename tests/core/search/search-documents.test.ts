import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '#core/search/search-document.ts';
import { searchDocuments } from '#core/search/search-documents.ts';
import { loadSearchIndex } from '#core/search/search-index.ts';
import { buildSearchIndex } from '#render/build-search-index.ts';

function document(
  id: string,
  kind: SearchDocument['kind'],
  title: string,
  text: string,
  keywords: string[] = [],
): SearchDocument {
  return { id, kind, url: `/${id}/`, title, text, keywords };
}

const documents = [
  document(
    'personas/brand-enthusiast',
    'persona',
    'The Brand Enthusiast',
    'Buys about once a month. 72 % of what they spend goes into jeans. They work in finance and live in the city.',
    ['denim'],
  ),
  document(
    'personas/power-shopper',
    'persona',
    'The Power Shopper',
    'Twice a year, with a high order value. Formal wear, categories evenly spread; travels for a sales job. Spends 1,240 a year.',
  ),
  document(
    'personas/gift-giver',
    'persona',
    'The Gift Giver',
    'A retired woman who buys gifts for her grandchildren, repacks them and weighs each purchase.',
    ['grandmother', 'Christmas'],
  ),
  document(
    'insights/saved-basket',
    'insight',
    'A saved basket serves better than a push',
    'Two recovery mails. The one that serves brought 0.8 points more orders; unsubscribes rose a little.',
    ['e-mail', 'campaign'],
  ),
  document(
    'insights/hostile',
    'insight',
    '<script>alert(1)</script> {process.exit()}',
    '=HYPERLINK("http://x") ../../x title:jeans -jeans +jeans jeans~2',
    [],
  ),
  document(
    'kpis/net-revenue-retention',
    'kpi',
    'Net revenue retention',
    'Of last year’s revenue, how much did the same customers bring this year? It stands at 94 %.',
    ['NRR', 'loyalty'],
  ),
  document(
    'kpis/return-rate',
    'kpi',
    'Return rate',
    'How many of the items ordered in a month came back. 14 % now, 17 % a year ago.',
    ['returns', 'Rücksendungen'],
  ),
  document(
    'kpis/repeat-purchase-rate',
    'kpi',
    'Repeat purchase rate',
    'How many customers bought on more than one day.',
    ['loyalty'],
  ),
  document('method', 'page', 'How we compute', 'Formulas, data quality, and what is missing.'),
];

const file = buildSearchIndex(documents);
// As the browser has it: through JSON.
const index = loadSearchIndex(JSON.parse(JSON.stringify(file.index)));
const search = (query: string): ReturnType<typeof searchDocuments> =>
  searchDocuments(index, file.documents, query);

describe('searchDocuments()', () => {
  test.each([
    ['brand enthusiast', 'personas/brand-enthusiast'],
    ['Brand', 'personas/brand-enthusiast'],
    ['who is the brand enthusiast', 'personas/brand-enthusiast'],
    ['enthusast', 'personas/brand-enthusiast'],
    ['denim', 'personas/brand-enthusiast'],
    ['72 %', 'personas/brand-enthusiast'],
    ['72%', 'personas/brand-enthusiast'],
    ['72', 'personas/brand-enthusiast'],
    ['jeans month', 'personas/brand-enthusiast'],
    ['power sho', 'personas/power-shopper'],
    ['1240', 'personas/power-shopper'],
    ['1,240', 'personas/power-shopper'],
    ['grandma gifts', 'personas/gift-giver'],
    ['christmas', 'personas/gift-giver'],
    ['gfit', 'personas/gift-giver'],
    ['saved basket', 'insights/saved-basket'],
    ['baskets', 'insights/saved-basket'],
    ['unsubscribe', 'insights/saved-basket'],
    ['0.8', 'insights/saved-basket'],
    ['NRR', 'kpis/net-revenue-retention'],
    ['net revenue retention', 'kpis/net-revenue-retention'],
    ['retnetion', 'kpis/net-revenue-retention'],
    ['what is our retention', 'kpis/net-revenue-retention'],
    ['return', 'kpis/return-rate'],
    ['returned items', 'kpis/return-rate'],
    ['rucksendungen', 'kpis/return-rate'],
    ['RÜCKSENDUNG', 'kpis/return-rate'],
    ['repeat', 'kpis/repeat-purchase-rate'],
    ['formula', 'method'],
    ['alert script', 'insights/hostile'],
  ])('searchDocuments() finds for "%s" first %s', (query, id) => {
    expect(search(query)[0]?.id).toBe(id);
  });

  test.each(['', '   ', '%', '***', '-', '"', '()', 'zzzzqqqq'])(
    'searchDocuments() finds nothing for "%s"',
    (query) => {
      expect(search(query)).toEqual([]);
    },
  );

  test('searchDocuments() keeps a query of stop words alive', () => {
    expect(search('how many').length).toBeGreaterThan(0);
  });

  test('searchDocuments() marks what matched, in title and snippet', () => {
    const [hit] = search('jeans enthusiast');
    const marked = (text = '', marks: readonly (readonly [number, number])[] = []): string[] =>
      marks.map(([start, end]) => text.slice(start, end));
    expect(marked(hit?.title, hit?.titleMarks)).toEqual(['Enthusiast']);
    expect(marked(hit?.snippet, hit?.snippetMarks)).toEqual(['jeans']);
  });

  test('searchDocuments() gives hostile text as it was written', () => {
    expect(search('alert')[0]?.title).toBe('<script>alert(1)</script> {process.exit()}');
  });

  test('searchDocuments() never throws and marks inside the text, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.stringMatching(/^[a-z :~^*+\-"\\]{0,60}$/),
      fc.constantFrom('jeans '.repeat(4000), 'x'.repeat(20_000), '__proto__ constructor toString'),
    );
    fc.assert(
      fc.property(typed, (query) => {
        for (const { title, titleMarks, snippet, snippetMarks } of search(query)) {
          for (const [start, end] of titleMarks) expect(title.slice(start, end)).not.toBe('');
          for (const [start, end] of snippetMarks) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(snippet.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('buildSearchIndex()', () => {
  test('buildSearchIndex() gives the same bytes whatever the order of the documents', () => {
    expect(JSON.stringify(buildSearchIndex([...documents].reverse()))).toBe(JSON.stringify(file));
  });

  test('buildSearchIndex() refuses two documents with one id', () => {
    const [first] = documents;
    if (!first) throw new Error('no document');
    expect(() => buildSearchIndex([first, first])).toThrow(/two documents have the id/);
  });

  test('buildSearchIndex() takes no documents at all', () => {
    const empty = buildSearchIndex([]);
    expect(searchDocuments(loadSearchIndex(empty.index), empty.documents, 'jeans')).toEqual([]);
  });
});

describe('searchDocuments() and near words', () => {
  const page = (id: string, title: string): SearchDocument => ({
    id,
    url: `/${id}/`,
    kind: 'page',
    title,
    text: title,
    keywords: [],
  });
  const built = buildSearchIndex([page('jeans', 'New jeans'), page('means', 'What it means')]);
  const near = loadSearchIndex(built.index);
  const ids = (query: string): string[] =>
    searchDocuments(near, built.documents, query).map(({ id }) => id);

  test('searchDocuments() leaves near words out where a page holds the word as written', () => {
    expect(ids('jeans')).toEqual(['jeans']);
  });

  test('searchDocuments() guesses one typo where no page holds the word', () => {
    expect(ids('jaens')).toEqual(['jeans']);
  });
});
