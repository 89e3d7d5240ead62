import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { SearchEngine } from '#core/search/search-engine.ts';
import { collectionsOfContent } from './collections-of-content.ts';

vi.mock('astro:content', () => {
  const collections = collectionsOfContent('content');
  return { getCollection: (name: string) => Promise.resolve(collections[name] ?? []) };
});

interface Question {
  ask: string;
  first: string;
}

const questions = Object.entries(
  parse(readFileSync('tests/search/questions.yaml', 'utf8')) as Record<string, Question[]>,
).flatMap(([group, asked]) => asked.map((question) => ({ group, ...question })));

/** Every answer of the search. */
let search: SearchEngine['search'];
/** Addresses of the pages in the order of their groups' best hits: what a reader sees from the top. */
let pagesFor: (ask: string) => Promise<string[]>;

beforeAll(async () => {
  const { getPortal } = await import('#data/portal.ts');
  const { searchFilesOf } = await import('#components/search-files-of.ts');
  const files = await searchFilesOf(await getPortal());
  const engine = new SearchEngine((path) => Promise.resolve(JSON.parse(files.get(path) ?? 'null')));
  search = (request) => engine.search(request);
  pagesFor = async (query) => {
    const { groups } = await search({ query, limit: 5 });
    const hits = groups.flatMap(({ hits }) => hits).sort((one, other) => other.score - one.score);
    return [...new Set(hits.map(({ url }) => url.replace(/\/(?:#.*)?$/, '')))];
  };
});

describe('the search of the sample content', () => {
  test('has at least 150 questions, none of them twice', () => {
    expect(questions.length).toBeGreaterThanOrEqual(150);
    expect(new Set(questions.map(({ ask }) => ask)).size).toBe(questions.length);
  });

  test('puts the expected page first for nine questions in ten, and among the first five for 98 in 100', async () => {
    const places = await Promise.all(
      questions.map(async ({ ask, first }) => {
        const pages = await pagesFor(ask);
        return { ask, first, place: pages.indexOf(first), instead: pages[0] };
      }),
    );
    const missed = (most: number): string[] =>
      places
        .filter(({ place }) => place < 0 || place > most)
        .map(
          ({ ask, first, place, instead }) =>
            `${ask} → ${first}: ${place < 0 ? 'not found' : `place ${place + 1}`} after ${instead ?? 'nothing'}`,
        );
    const share = (most: number): number => 1 - missed(most).length / places.length;
    if (process.env['SHOW_QUESTIONS']) {
      console.log(`first ${share(0).toFixed(3)}, among five ${share(4).toFixed(3)}`);
      console.log(missed(0).join('\n'));
    }
    expect(share(0), missed(0).join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(share(4), missed(4).join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  test.each([
    'qwertyuiop asdf zxcv',
    'foo bar baz',
    'lorem ipsum dolor sit amet',
    'lorem '.repeat(200),
    `${'zxcvb '.repeat(166)}marketing`,
  ])('finds nothing for what no page tells: %s', async (query) => {
    expect(await search({ query })).toMatchObject({ total: 0, groups: [] });
  });

  test.each([
    ['who spends the most', 'Spends most: $1,965.'],
    ['sends back most', 'Sends back most: 56%.'],
    ['who has most customers', 'Most customers: 1,573.'],
  ])('says by a figure why a Portrait is the first: %s', async (query, reason) => {
    const { groups } = await search({ query });
    expect(groups[0]?.hits[0]?.snippet).toContain(reason);
  });

  test('finds a chart by what one of its bars is called', async () => {
    const { getPortal } = await import('#data/portal.ts');
    const { personas } = await getPortal();
    const reasons = personas.flatMap(({ id, figures }) => {
      const split = figures?.breakdowns.find((one) => one.id === 'returnReasons');
      return (split?.rows ?? []).slice(0, 3).map(({ label }) => ({ id, label }));
    });
    expect(reasons.length).toBeGreaterThan(0);
    for (const { id, label } of reasons) {
      const { groups } = await search({ query: label, limit: 50 });
      const charts = groups.filter(({ kind }) => kind === 'chart').flatMap(({ hits }) => hits);
      expect(
        charts.map(({ url }) => url),
        label,
      ).toContain(`personas/${id}/`);
    }
  });

  test('finds what is only drafted first by its title, whatever else holds the words', async () => {
    const { getPortal } = await import('#data/portal.ts');
    const { searchFilesOf } = await import('#components/search-files-of.ts');
    const portal = await getPortal();
    const draft = portal.insights.find(({ story }) => story?.status === 'draft');
    if (!draft?.story) throw new Error('the sample has no draft');
    const titles = [
      'Returns',
      'Free gift wrapping',
      'Order again',
      'The Gift Giver',
      'What is new',
    ];
    const drafts = titles.map((title, at) => ({ ...draft, id: `draft-${at}`, title }));
    const files = await searchFilesOf({ ...portal, insights: [...portal.insights, ...drafts] });
    const engine = new SearchEngine((path) =>
      Promise.resolve(JSON.parse(files.get(path) ?? 'null')),
    );
    for (const { id, title } of drafts) {
      const { groups } = await engine.search({ query: title });
      expect(groups[0]?.hits[0]?.id, title).toBe(`insights/${id}`);
    }
  });

  test.each([
    ['voice', 'somebody answers the phone', 'personas/regular-gifts-home-gift-giver/'],
    ['fact', 'power shopper average order value', 'personas/twice-yearly-tailoring-big-basket/'],
    ['fact', 'brand enthusiast AOV', 'personas/monthly-jeans-loyalist/'],
    ['chart', 'when do they buy christmas visitor', 'personas/christmas-accessories-shopper/'],
    ['page', 'heroes', 'audiences/#hero'],
  ])('finds among those of kind %s: %s', async (kind, query, url) => {
    const { groups } = await search({ query, filter: { kind: [kind] } });
    expect(groups[0]?.hits[0]?.url).toBe(url);
  });

  test('narrows learnings to a Portrait, a KPI, a grade and a year', async () => {
    const filter = {
      kind: ['insight'],
      persona: ['seasonal-shirts-tees-deal-finder'],
      kpi: ['net-revenue-retention'],
      grade: ['A'],
      year: ['2026'],
    };
    const { total, groups } = await search({ query: 'voucher', filter });
    expect(total).toBe(1);
    expect(groups[0]?.hits[0]?.id).toBe('insights/vouchers-after-the-first-order-2026-04');
  });
});
