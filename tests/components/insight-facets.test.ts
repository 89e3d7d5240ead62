import { describe, expect, test } from 'vitest';
import { FEWEST_TO_SORT, insightFacets, listAddress } from '#components/insight-facets.ts';
import { bySection, insightPages, pageAddress } from '#components/insight-pages.ts';
import { InsightStorySchema } from '#core/schemas/insight.ts';
import type { InsightEntry } from '#data/insights.ts';

/** Learnings told by people, the odd ones campaigns about Ada, the newest first. */
function learnings(count: number): InsightEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `learning-${index}`,
    title: `Learning ${index}`,
    summary: null,
    date: `${2026 - Math.floor(index / 5)}-03-01`,
    result: null,
    story: InsightStorySchema.parse({
      title: `Learning ${index}`,
      kind: index % 2 === 0 ? 'story' : 'campaign',
      date: '2026-03-01',
      status: 'published',
      personas: index % 2 === 0 ? [] : ['ada'],
    }),
    document: null,
    isUnwritten: false,
  }));
}

type Filed = Parameters<typeof insightFacets>[0];
const portal = (count: number): Filed => ({
  insights: learnings(count),
  personas: [{ id: 'ada', name: 'Ada' }] as unknown as Filed['personas'],
  kpis: [],
  formats: { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' },
});

describe('insightFacets()', () => {
  test('insightFacets() files every learning under each of its values', () => {
    const facets = insightFacets(portal(10));
    expect(
      facets.map(({ id, values }) => [id, values.map((one) => [one.id, one.insights.length])]),
    ).toEqual([
      [
        'kind',
        [
          ['campaign', 5],
          ['story', 5],
        ],
      ],
      ['portrait', [['ada', 5]]],
      [
        'year',
        [
          ['2026', 5],
          ['2025', 5],
        ],
      ],
    ]);
  });

  test('insightFacets() offers nothing for a handful', () => {
    expect(insightFacets(portal(FEWEST_TO_SORT - 1))).toEqual([]);
    expect(insightFacets(portal(FEWEST_TO_SORT))).not.toEqual([]);
  });
});

test('listAddress() leads to the list of a value, and to all learnings where nothing is sorted by it', () => {
  expect(listAddress(portal(10), 'portrait', 'ada')).toBe('/insights/portrait/ada/');
  expect(listAddress(portal(10), 'portrait', 'bo')).toBe('/insights/');
  expect(listAddress(portal(FEWEST_TO_SORT - 1), 'portrait', 'ada')).toBe('/insights/');
});

describe('insightPages()', () => {
  test('insightPages() cuts 2,000 learnings into pages and loses none', () => {
    const all = learnings(2_000);
    const pages = insightPages(all);
    expect(pages).toHaveLength(50);
    expect(pages.flatMap(({ insights }) => insights)).toEqual(all);
    expect(pages.at(-1)).toMatchObject({ number: 50, pages: 50, total: 2_000 });
  });

  test('insightPages() makes one empty page of nothing', () => {
    expect(insightPages([])).toEqual([{ number: 1, pages: 1, insights: [], total: 0 }]);
  });
});

test('pageAddress() leaves the first page at the address of the list', () => {
  expect(pageAddress('/insights/', 1)).toBe('/insights/');
  expect(pageAddress('/insights/grade/a/', 3)).toBe('/insights/grade/a/page/3/');
});

test('bySection() keeps the order and puts learnings without a day under none', () => {
  const [first, ...others] = learnings(7);
  const undated = { ...(first as InsightEntry), date: null };
  expect(
    bySection([...others, undated]).map(({ year, insights }) => [year, insights.length]),
  ).toEqual([
    ['2026', 4],
    ['2025', 2],
    [null, 1],
  ]);
});

test('drafts stand in a section of their own after everything that is told, on whichever page', () => {
  const all = learnings(45).map((insight, at) =>
    at < 3 && insight.story
      ? { ...insight, story: { ...insight.story, status: 'draft' as const } }
      : insight,
  );
  const [first, second] = insightPages(all);
  expect(first?.insights[0]?.id).toBe('learning-3');
  expect(second?.insights.map(({ id }) => id)).toEqual([
    'learning-43',
    'learning-44',
    'learning-0',
    'learning-1',
    'learning-2',
  ]);
  expect(
    bySection(second?.insights ?? []).map(({ year, isDraft, insights }) => [
      year,
      isDraft,
      insights.length,
    ]),
  ).toEqual([
    ['2018', false, 2],
    [null, true, 3],
  ]);
});
