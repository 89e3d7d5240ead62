import { expect, test } from 'vitest';
import { isUneditedDraft } from '#generate/content/draft-mdx.ts';
import { assembleInsights } from '#generate/content/insights.ts';
import type { Parameter } from '#generate/warehouse/engine.ts';
import { contextOf, insert, smallShop } from '../warehouse/kpis/small-shop.ts';

/** A row of the canonical table that a test changes in one thing. */
const usual = {
  source: 'campaign-results',
  campaign: 'Saved basket',
  variant: 'Serve' as string | null,
  collapsed: false,
  assignment: 'randomised' as string | null,
  is_control: false,
  channel: 'email',
  sent_on: '2025-05-05' as string | null,
  recipients: 10_000 as number | null,
  delivered: 9900 as number | null,
  opens: 4000,
  clicks: 500,
  orders: 300 as number | null,
  revenue: '9000.50',
  unsubscribes: 20,
  complaints: 2,
};
type Row = typeof usual;

const push = { variant: 'Push', orders: 200, unsubscribes: 80 };

async function insightsOf(...changes: Partial<Row>[]) {
  const engine = await smallShop([]);
  try {
    const rows: Parameter[][] = changes.map((change) => Object.values({ ...usual, ...change }));
    await insert(engine, 'campaign_results', Object.keys(usual), rows);
    return await assembleInsights(contextOf(engine, '2025-12-31'));
  } finally {
    engine.close();
  }
}

test('assembleInsights() writes a result and a draft for a campaign with variants', async () => {
  const { files, insights } = await insightsOf({}, push);
  expect(files.map(({ path, kind }) => [path, kind])).toEqual([
    ['insights/saved-basket-2025-05.json', 'machine'],
    ['insights/saved-basket-2025-05.mdx', 'draft'],
  ]);
  // The first by name is the reference: Serve is compared with Push.
  expect(insights[0]).toMatchObject({ verdict: 'better', grade: 'A', startedOn: '2025-05-05' });
  expect(insights[0]?.verdictSentence).toBe('“Serve” brought clearly more orders than “Push”.');
});

test('assembleInsights() calls variants by what tells them apart, in the sentence too', async () => {
  const subject =
    'We have kept everything that you had put into your basket for you until Sunday evening';
  const { insights } = await insightsOf({ variant: subject }, push);
  expect(insights[0]?.variants.map(({ name }) => name)).toEqual([
    'Push',
    'We have kept everything that you had put into your basket…',
  ]);
  expect(insights[0]?.verdictSentence).toContain('“We have kept everything that you had put');
});

test('assembleInsights() drafts a page that counts as not edited and holds room for people', async () => {
  const { files } = await insightsOf({}, push);
  const draft = files.find(({ kind }) => kind === 'draft')?.text ?? '';
  expect(isUneditedDraft(draft)).toBe(true);
  expect(draft).toContain('<Result id="saved-basket-2025-05" />');
  expect(draft).toContain('## What we learned');
  expect(draft).toContain('## What we will do next');
});

test('assembleInsights() gives no page to campaigns that never had variants', async () => {
  const { insights } = await insightsOf({ variant: null });
  expect(insights).toEqual([]);
});

test('assembleInsights() says that a collapsed row holds no comparison', async () => {
  const { insights, files } = await insightsOf({
    variant: null,
    collapsed: true,
    assignment: null,
  });
  expect(insights[0]).toMatchObject({ verdict: 'not-compared', grade: 'D', comparisons: [] });
  expect(files.find(({ kind }) => kind === 'draft')?.text).not.toContain('<Chart');
});

test('assembleInsights() adds up the days of an arm and lets a missing count be missing', async () => {
  const { insights } = await insightsOf({}, { sent_on: '2025-05-06', orders: null }, { ...push });
  const serve = insights[0]?.variants.find(({ name }) => name === 'Serve');
  expect(serve).toMatchObject({ recipients: 20_000, orders: null, revenue: 18_001 });
});

test('assembleInsights() calls an unnamed control the hold-out', async () => {
  const { insights } = await insightsOf(
    {},
    { variant: null, is_control: true, sent_on: null, delivered: null },
  );
  expect(insights[0]?.variants.find(({ isReference }) => isReference)?.name).toBe('Hold-out');
});

test('assembleInsights() does not call arms random that were filled in different ways', async () => {
  const { insights } = await insightsOf({}, { ...push, assignment: 'other' });
  expect(insights[0]?.grade).toBe('C');
});

test('assembleInsights() leaves out what was sent after as-of', async () => {
  const { insights } = await insightsOf(
    { sent_on: '2026-01-01' },
    { ...push, sent_on: '2026-01-01' },
  );
  expect(insights).toEqual([]);
});

test('assembleInsights() keeps hostile names as text, out of the body and the path', async () => {
  const names = ['{process.exit()}', '<script>alert(1)</script>', '=HYPERLINK("x")', '../../x', ''];
  const { insights, files } = await insightsOf(
    ...names.flatMap((campaign) => [{ campaign }, { campaign, variant: '{b}' }]),
  );
  expect(insights.map(({ campaign }) => campaign).sort()).toEqual(
    [...names.filter((name) => name !== ''), 'Campaign without a name'].sort(),
  );
  for (const { path, kind, text } of files) {
    expect(path).toMatch(/^insights\/[a-z0-9-]+\.(json|mdx)$/);
    if (kind === 'draft') expect(text.split('\n---\n')[1]).not.toMatch(/[{}]|alert\(|HYPERLINK/);
  }
});

test('assembleInsights() tells campaigns of one id apart', async () => {
  const { insights } = await insightsOf(
    { campaign: 'Spring!' },
    { campaign: 'Spring!', ...push },
    { campaign: 'Spring?' },
    { campaign: 'Spring?', ...push },
  );
  expect(insights.map(({ id }) => id)).toEqual([
    'spring-2025-05',
    expect.stringMatching(/^spring-2025-05-[0-9a-f]{8}$/),
  ]);
});

test('assembleInsights() notes sends that lie far apart', async () => {
  const { insights } = await insightsOf({}, push, { sent_on: '2025-08-05' });
  expect(insights[0]?.notes).toContain(
    'The sends of this campaign lie 92 days apart and were added up.',
  );
});
