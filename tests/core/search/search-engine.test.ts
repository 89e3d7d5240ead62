import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '#core/language/words-of.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import { SearchEngine, type SearchRequest } from '#core/search/search-engine.ts';
import { SearchFilesChanged } from '#core/search/search-reader.ts';
import { searchWords } from '#core/search/search-words.ts';
import { buildSearchIndex, type SearchNames } from '#render/build-search-index.ts';

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

const NAMES: SearchNames = {
  kinds: wordsOf({}).searchKinds,
  personas: [{ id: 'gift-giver', name: 'The Gift Giver' }],
  kpis: [{ id: 'return-rate', name: 'Return rate' }],
  synonyms: { nrr: 'Net revenue retention', 'send backs': 'Return rate' },
  alike: [
    ['return', 'send back', 'refund'],
    ['basket', 'cart'],
  ],
  asks: { persona: ['who'] },
};

/** Small files, so that a query needs some of them and not all. */
const SIZES = { terms: 400, pages: 300 };

function engineOf(
  some: readonly SearchDocument[],
  loaded: string[] = [],
): { search: SearchEngine['search']; ids: (query: string) => Promise<string[]> } {
  const files = buildSearchIndex(some, NAMES, SIZES);
  const engine = new SearchEngine((path) => {
    loaded.push(path);
    return Promise.resolve(JSON.parse(files.get(path) ?? 'null'));
  });
  const search = (request: SearchRequest): ReturnType<SearchEngine['search']> =>
    engine.search(request);
  return {
    search,
    ids: async (query) =>
      (await search({ query })).groups.flatMap(({ hits }) => hits.map(({ id }) => id)),
  };
}

const { search, ids } = engineOf(documents);

describe('SearchEngine.search()', () => {
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
    ['kept cart', 'insights/saved-basket'],
    ['people who want formal wear', 'personas/power-shopper'],
    ['who sends back', 'kpis/return-rate'],
    ['refunded items', 'kpis/return-rate'],
    ['alert script', 'insights/hostile'],
    ['powershopper', 'personas/power-shopper'],
    ['email', 'insights/saved-basket'],
    ['send-backs', 'kpis/return-rate'],
    ['a saved basket', 'insights/saved-basket'],
  ])('SearchEngine.search() finds for "%s" first %s', async (query, id) => {
    expect((await ids(query))[0]).toBe(id);
  });

  test.each(['', '   ', '%', '***', '-', '"', '()', 'zzzzqqqq'])(
    'SearchEngine.search() finds nothing for "%s"',
    async (query) => {
      expect(await search({ query })).toMatchObject({ total: 0, groups: [] });
    },
  );

  test('SearchEngine.search() keeps a query of stop words alive', async () => {
    expect((await ids('how many')).length).toBeGreaterThan(0);
  });

  test('SearchEngine.search() marks what matched, in title and snippet', async () => {
    const hit = (await search({ query: 'jeans enthusiast' })).groups[0]?.hits[0];
    const marked = (text = '', marks: readonly (readonly [number, number])[] = []): string[] =>
      marks.map(([start, end]) => text.slice(start, end));
    expect(marked(hit?.title, hit?.titleMarks)).toEqual(['Enthusiast']);
    expect(marked(hit?.snippet, hit?.snippetMarks)).toEqual(['jeans']);
  });

  test('SearchEngine.search() gives hostile text as it was written', async () => {
    expect((await search({ query: 'alert' })).groups[0]?.hits[0]?.title).toBe(
      '<script>alert(1)</script> {process.exit()}',
    );
  });

  test('SearchEngine.search() never throws and marks inside the text, whatever is typed', async () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.stringMatching(/^[a-z :~^*+\-"\\]{0,60}$/),
      fc.constantFrom('jeans '.repeat(4000), 'x'.repeat(20_000), '__proto__ constructor toString'),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (query) => {
        const { groups } = await search({ query });
        for (const { title, titleMarks, snippet, snippetMarks } of groups.flatMap(
          ({ hits }) => hits,
        )) {
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

describe('SearchEngine.search() and what it loads', () => {
  test('SearchEngine.search() loads the manifest, then the files of the words and of what it shows', async () => {
    const loaded: string[] = [];
    const one = engineOf(documents, loaded);
    await one.ids('christmas');
    expect(loaded[0]).toBe('search-index.json');
    expect(loaded.filter((path) => path.includes('terms'))).toHaveLength(1);
    expect(loaded.filter((path) => path.includes('pages'))).toHaveLength(1);
    expect(loaded.filter((path) => path.includes('words'))).toEqual([]);
    const before = loaded.length;
    await one.ids('christmas');
    expect(loaded).toHaveLength(before);
  });

  test('SearchEngine.search() loads lists of words only for a word that is written nowhere', async () => {
    const loaded: string[] = [];
    expect((await engineOf(documents, loaded).ids('enthusast'))[0]).toBe(
      'personas/brand-enthusiast',
    );
    expect(loaded.filter((path) => path.includes('words'))).toEqual([
      'search/words-8.json',
      'search/words-9.json',
      'search/words-10.json',
    ]);
  });

  test('SearchEngine.search() refuses files of another release and asks anew', async () => {
    const old = buildSearchIndex(documents, NAMES, SIZES);
    const fresh = buildSearchIndex(documents.slice(1), NAMES, SIZES);
    const served = { manifest: old, rest: fresh };
    const engine = new SearchEngine((path) => {
      const files = path === 'search-index.json' ? served.manifest : served.rest;
      return Promise.resolve(JSON.parse(files.get(path) ?? 'null'));
    });
    await expect(engine.search({ query: 'christmas' })).rejects.toThrow(SearchFilesChanged);
    served.manifest = fresh;
    expect((await engine.search({ query: 'christmas' })).total).toBe(1);
  });

  test('SearchEngine.search() can be asked again after a file could not be loaded', async () => {
    const files = buildSearchIndex(documents, NAMES, SIZES);
    let isAway = true;
    const engine = new SearchEngine((path) =>
      isAway
        ? Promise.reject(new Error('offline'))
        : Promise.resolve(JSON.parse(files.get(path) ?? 'null')),
    );
    await expect(engine.search({ query: 'gifts' })).rejects.toThrow('offline');
    isAway = false;
    expect((await engine.search({ query: 'gifts' })).total).toBeGreaterThan(0);
  });
});

describe('SearchEngine.search() and facets', () => {
  const learning = (id: string, grade: string, year: string): SearchDocument => ({
    ...document(`insights/${id}`, 'insight', `Wrapping ${id}`, 'Free wrapping was offered.'),
    facets: { grade, year, personas: ['gift-giver'] },
  });
  const faceted = engineOf([
    learning('one', 'A', '2025'),
    learning('two', 'B', '2025'),
    learning('three', 'A', '2026'),
    document('personas/gift-giver', 'persona', 'The Gift Giver', 'Likes wrapping.'),
  ]);

  test('SearchEngine.search() groups by kind and counts every facet', async () => {
    const { total, groups, facets } = await faceted.search({ query: 'wrapping' });
    expect(total).toBe(4);
    expect(groups.map(({ kind, total: ofKind }) => [kind, ofKind])).toEqual([
      ['insight', 3],
      ['persona', 1],
    ]);
    expect(facets.grade).toEqual([
      { id: 'A', name: 'A', count: 2 },
      { id: 'B', name: 'B', count: 1 },
    ]);
    expect(facets.year.map(({ id }) => id)).toEqual(['2026', '2025']);
    expect(facets.persona).toEqual([{ id: 'gift-giver', name: 'The Gift Giver', count: 3 }]);
  });

  test('SearchEngine.search() narrows to what is chosen, and goes on counting what else could be', async () => {
    const { total, facets } = await faceted.search({
      query: 'wrapping',
      filter: { grade: ['A'], year: ['2025'] },
    });
    expect(total).toBe(1);
    expect(facets.grade.map(({ id, count }) => [id, count])).toEqual([
      ['A', 1],
      ['B', 1],
    ]);
    expect(facets.year.map(({ id, count }) => [id, count])).toEqual([
      ['2026', 1],
      ['2025', 1],
    ]);
  });

  test('SearchEngine.search() finds nothing under a value that nobody has', async () => {
    expect(
      (await faceted.search({ query: 'wrapping', filter: { kind: ['nonsense'] } })).total,
    ).toBe(0);
  });
});

describe('buildSearchIndex()', () => {
  test('buildSearchIndex() gives the same bytes whatever the order of the documents', () => {
    expect([...buildSearchIndex([...documents].reverse(), NAMES, SIZES)]).toEqual([
      ...buildSearchIndex(documents, NAMES, SIZES),
    ]);
  });

  test('buildSearchIndex() refuses two documents with one id', () => {
    const [first] = documents;
    if (!first) throw new Error('no document');
    expect(() => buildSearchIndex([first, first], NAMES)).toThrow(/two documents have the id/);
  });

  test('buildSearchIndex() takes no documents at all', async () => {
    expect((await engineOf([]).search({ query: 'jeans' })).total).toBe(0);
  });

  test('buildSearchIndex() finds a page by every one of its words, in whichever file it stands', async () => {
    for (const page of documents) {
      for (const { word } of searchWords(page.title)) {
        const { groups } = await search({ query: word, limit: 100 });
        expect(
          groups.flatMap(({ hits }) => hits.map(({ id }) => id)),
          word,
        ).toContain(page.id);
      }
    }
  });
});

describe('SearchEngine.search() and near words', () => {
  const page = (id: string, title: string): SearchDocument =>
    document(id, 'page', title, `${title}.`);
  const near = engineOf([page('jeans', 'New jeans'), page('means', 'What it means')]);

  test('SearchEngine.search() leaves near words out where a page holds the word as written', async () => {
    expect(await near.ids('jeans')).toEqual(['jeans']);
  });

  test('SearchEngine.search() guesses one typo where no page holds the word', async () => {
    expect(await near.ids('jaens')).toEqual(['jeans']);
  });

  test('SearchEngine.search() guesses one beside a word that is written nowhere, but not beside more', async () => {
    expect(await near.ids('jaens xyzzy')).toEqual(['jeans']);
    expect(await near.ids('jaens xyzzy plugh')).toEqual([]);
    expect(await near.ids('jeans xyzzy plugh')).toEqual(['jeans']);
  });

  test('SearchEngine.search() finds nothing where hardly a word is known', async () => {
    expect(await near.ids('new xyzzy plugh frotz')).toEqual(['jeans']);
    expect(await near.ids('new xyzzy plugh frotz gnusto')).toEqual([]);
  });

  test('SearchEngine.search() takes a short word for a beginning only while it is being written', async () => {
    expect(await near.ids('xyzzy jea')).toEqual(['jeans']);
    expect(await near.ids('jea xyzzy')).toEqual([]);
  });

  test('SearchEngine.search() guesses a typo in the first letter too', async () => {
    expect(await near.ids('keans')).toEqual(['jeans', 'means']);
  });
});
