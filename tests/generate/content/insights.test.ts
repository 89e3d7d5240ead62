import { expect, test } from 'vitest';
import { evaluateClaim } from '#core/claims/evaluate-claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
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
  expect(insights[0]?.verdictSentence).toBe(
    '“Serve” brought clearly more orders than “Push”, and clearly fewer unsubscribes.',
  );
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

/** The drafted sentences that a reader sees; a figure stands as its id. */
function told({ files, insights }: Awaited<ReturnType<typeof insightsOf>>): string[] {
  const draft = files.find(({ kind }) => kind === 'draft')?.text ?? '';
  return [...draft.matchAll(/<Claim when="(.+?)">\s+(.+?)\s+<\/Claim>/g)]
    .filter(([, when = '']) => evaluateClaim(parseClaim(when), insights[0]?.facts ?? []).holds)
    .map(([, , sentence = '']) => sentence);
}

test('assembleInsights() drafts who lost more people, whichever group the others are compared with', async () => {
  const lost =
    'Of the two groups compared, clearly more people unsubscribed in “<Fact is="moreUnsubscribesIn" />”.';
  const complaints =
    'Spam complaints reached the line that mailbox providers ask never to reach, in “<Fact is="mostComplaintsIn" />”.';
  for (const [variant, worst] of [
    ['Push', 'Push'],
    ['Zebra', 'Zebra'],
  ] as const) {
    const result = await insightsOf({}, { variant, unsubscribes: 80, complaints: 40 });
    expect(told(result)).toEqual([lost, complaints]);
    const named = (id: string) => result.insights[0]?.facts.find((fact) => fact.id === id)?.value;
    expect(named('moreUnsubscribesIn')).toBe(worst);
    expect(named('mostComplaintsIn')).toBe(worst);
  }
});

test('assembleInsights() drafts no loss that could be chance', async () => {
  const result = await insightsOf({}, { variant: 'Push', unsubscribes: 22 });
  expect(told(result)[0]).toBe(
    'Of the two groups compared, neither had clearly more people who unsubscribed.',
  );
});

async function factsOf(...changes: Partial<Row>[]) {
  const { insights } = await insightsOf(...changes);
  return new Map(insights[0]?.facts.map((fact) => [fact.id, fact]));
}

test('assembleInsights() names no group for unsubscribes or complaints that chance may have dealt', async () => {
  const facts = await factsOf({}, { variant: 'Push', unsubscribes: 22, complaints: 4 });
  expect(facts.get('moreUnsubscribesIn')).toMatchObject({ status: 'unavailable', value: null });
  expect(facts.get('mostComplaintsIn')).toMatchObject({ status: 'unavailable', value: null });
  const clear = await factsOf(
    {},
    { variant: 'Push', recipients: 99_000, delivered: 99_000, complaints: 80, unsubscribes: 990 },
  );
  expect(clear.get('moreUnsubscribesIn')).toMatchObject({
    value: 'Push',
    label: 'Clearly more unsubscribes than “Serve”',
  });
  // 0.08 % is below the target, and clearly more than 0.02 %.
  expect(clear.get('mostComplaintsIn')?.value).toBe('Push');
});

test('assembleInsights() names no group where nobody complained', async () => {
  const facts = await factsOf({ complaints: 0 }, { variant: 'Push', complaints: 0 });
  expect(facts.get('mostComplaintsIn')).toMatchObject({ status: 'unavailable' });
  expect(facts.get('complaintRate')).toMatchObject({
    value: 0,
    label: 'Highest rate of spam complaints',
  });
});

test('assembleInsights() says of whom a rate is and with whom a difference is drawn', async () => {
  const facts = await factsOf({}, push);
  expect(facts.get('difference')?.label).toBe('Orders: “Serve” against “Push”');
  expect(facts.get('unsubscribeDifference')?.label).toBe('Unsubscribes: “Serve” against “Push”');
  expect(facts.get('unsubscribeRate')?.label).toBe('Highest rate of unsubscribes, in “Push”');
});

test('assembleInsights() has every group at the target told, however alike they are', async () => {
  const result = await insightsOf({ complaints: 40 }, { variant: 'Push', complaints: 40 });
  const named = result.insights[0]?.facts.find(({ id }) => id === 'mostComplaintsIn');
  expect(named?.value).toBe('Push, Serve');
});

test('assembleInsights() says of complaints below the target only where the interval is, too', async () => {
  const stayed = 'Spam complaints stayed below the target of mailbox providers.';
  const chance =
    'Spam complaints came out below the target of mailbox providers, but that could be chance.';
  // 0.02 % of 9,900 is at most 0.07 %, 0.06 % at most 0.13 %.
  expect(told(await insightsOf({}, { variant: 'Push' }))).toContain(stayed);
  const near = told(await insightsOf({}, { variant: 'Push', complaints: 6 }));
  expect(near).toContain(chance);
  expect(near).not.toContain(stayed);
});

test('assembleInsights() speaks of no spam complaints where a letter was posted', async () => {
  const { insights, files } = await insightsOf(
    { channel: 'post' },
    { channel: 'post', variant: 'Letter', complaints: 40 },
  );
  const facts = insights[0]?.facts.filter(({ id }) => /complaint/i.test(id)) ?? [];
  expect(facts.map(({ status }) => status)).toEqual(facts.map(() => 'unavailable'));
  expect(files.find(({ kind }) => kind === 'draft')?.text).not.toContain('Spam complaints');
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

test('assembleInsights() names no group for a rate where there is only one', async () => {
  const facts = await factsOf({ variant: null, collapsed: true, assignment: null });
  expect(facts.get('mostComplaintsIn')).toMatchObject({ status: 'unavailable' });
  expect(facts.get('unsubscribeRate')?.label).toBe('Highest rate of unsubscribes');
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
