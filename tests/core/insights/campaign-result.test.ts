import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArmCounts } from '#core/insights/arm-counts.ts';
import { campaignResult } from '#core/insights/campaign-result.ts';
import { armOf } from './arm-of.ts';

const FORMATS = { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' } as const;

function resultOf(...arms: ArmCounts[]) {
  return campaignResult(
    { channel: 'email', assignment: 'randomised', collapsed: false, arms },
    10,
    FORMATS,
  );
}

function comparison(result: ReturnType<typeof resultOf>, metric: string) {
  return result.comparisons.find((one) => one.metric === metric);
}

test('campaignResult() calls a clear gain on orders better', () => {
  const result = resultOf(armOf('A'), armOf('B', { orders: 300 }));
  expect(result).toMatchObject({ verdict: 'better', grade: 'A', notes: [] });
  expect(result.verdictSentence).toBe('“B” brought clearly more orders than “A”.');
});

test('campaignResult() says in the verdict that a guardrail is clearly worse', () => {
  const result = resultOf(armOf('A'), armOf('B', { orders: 300, unsubscribes: 90 }));
  expect(result.verdict).toBe('better');
  expect(result.verdictSentence).toBe(
    '“B” brought clearly more orders than “A”, but also clearly more unsubscribes.',
  );
});

test('campaignResult() does not say of groups that were picked that one brought what it had', () => {
  const arms = [armOf('A', { isControl: true }), armOf('B', { orders: 300, unsubscribes: 90 })];
  const result = campaignResult(
    { channel: 'email', assignment: 'other', collapsed: false, arms },
    10,
    FORMATS,
  );
  expect(result.verdictSentence).toBe(
    '“B” had clearly more orders than “A”, but also clearly more unsubscribes. The groups may have differed before, so it does not say why.',
  );
});

test('campaignResult() calls fewer unsubscribes better and does not headline them', () => {
  const result = resultOf(armOf('A', { unsubscribes: 90 }), armOf('B'));
  expect(comparison(result, 'unsubscribe')).toMatchObject({ verdict: 'better', role: 'guardrail' });
  expect(result.verdict).toBe('no-clear-difference');
});

test('campaignResult() names the group that lost clearly more people, though orders are equal', () => {
  const lossy = { unsubscribes: 90, complaints: 40 };
  const said =
    'No clear difference in orders between “B” and “A”, but “A” had clearly more unsubscribes and spam complaints.';
  expect(resultOf(armOf('A', lossy), armOf('B')).verdictSentence).toBe(said);
  const other = said.replace('but “A”', 'but “B”');
  expect(resultOf(armOf('A'), armOf('B', lossy)).verdictSentence).toBe(other);
});

test('campaignResult() says in the verdict what a better group spared', () => {
  const result = resultOf(armOf('A', { unsubscribes: 90 }), armOf('B', { orders: 300 }));
  expect(result.verdictSentence).toBe(
    '“B” brought clearly more orders than “A”, and clearly fewer unsubscribes.',
  );
});

test('campaignResult() gives Newcombe’s interval and the z test of Hillstrom’s e-mail', () => {
  // MineThatData challenge: visits of men's e-mail 3,894 of 21,307, of no e-mail 2,262 of 21,306.
  const people = { delivered: null, opens: null, orders: null };
  const result = resultOf(
    armOf('No e-mail', { ...people, recipients: 21_306, clicks: 2262, isControl: true }),
    armOf('Men’s e-mail', { ...people, recipients: 21_307, clicks: 3894 }),
  );
  const click = comparison(result, 'click');
  expect(click?.difference.value).toBeCloseTo(0.0766, 4);
  expect(click?.pValue).toBeLessThan(1e-100);
  expect(result.verdict).toBe('better');
});

test('campaignResult() compares people assigned, not messages, with a hold-out', () => {
  const result = resultOf(
    armOf('Mail', { delivered: 8000, orders: 240 }),
    armOf('Hold-out', {
      isControl: true,
      delivered: null,
      opens: null,
      clicks: null,
      unsubscribes: null,
      complaints: null,
    }),
  );
  expect(comparison(result, 'order')).toMatchObject({
    reference: 'hold-out',
    difference: { numerator: 240, denominator: 10_000 },
  });
  expect(comparison(result, 'unsubscribe')?.verdict).toBe('not-compared');
  expect(result.notes).toContain(
    'Counted per person in the group, because not every group was sent something.',
  );
});

test('campaignResult() falls back to clicks where orders are not counted', () => {
  const result = resultOf(armOf('A', { orders: null }), armOf('B', { clicks: 800 }));
  expect(result.comparisons[0]).toMatchObject({ metric: 'click', verdict: 'better' });
});

test('campaignResult() needs Holm’s adjustment to call one of several arms clear', () => {
  const arms = [armOf('A'), armOf('B', { orders: 242 }), armOf('C'), armOf('D')];
  const alone = resultOf(armOf('A'), armOf('B', { orders: 242 }));
  const together = resultOf(...arms);
  expect(alone.verdict).toBe('better');
  expect(together.verdict).toBe('no-clear-difference');
  expect(together.notes.join(' ')).toContain('Holm');
});

test('campaignResult() lowers the grade for a sample ratio mismatch and says so', () => {
  const result = resultOf(armOf('A'), armOf('B', { recipients: 9300, delivered: 9300 }));
  expect(result.grade).toBe('C');
  expect(result.notes[0]).toContain('Sample ratio mismatch');
});

test('campaignResult() expects no sizes of groups that were not split at random', () => {
  const arms = [armOf('A'), armOf('B', { recipients: 9300, delivered: 9300 })];
  expect(
    campaignResult({ channel: 'email', assignment: 'other', collapsed: false, arms }, 10, FORMATS)
      .notes,
  ).toEqual([]);
});

test('campaignResult() does not grade A what nobody says was random', () => {
  const arms = [armOf('A'), armOf('B')];
  const control = [armOf('A', { isControl: true }), armOf('B')];
  const grade = (assignment: string | null, list: ArmCounts[]) =>
    campaignResult({ channel: 'email', assignment, collapsed: false, arms: list }, 10, FORMATS)
      .grade;
  expect([grade(null, arms), grade('other', arms), grade('other', control)]).toEqual([
    'C',
    'C',
    'B',
  ]);
});

test('campaignResult() compares nothing where variants were collapsed into one row', () => {
  const result = campaignResult(
    { channel: 'email', assignment: null, collapsed: true, arms: [armOf('All')] },
    10,
    FORMATS,
  );
  expect(result).toMatchObject({
    verdict: 'not-compared',
    grade: 'D',
    comparisons: [],
    verdictSentence:
      'There is no comparison: the export shows all variants of this campaign in one row.',
  });
});

test('campaignResult() compares nothing with a single arm', () => {
  expect(resultOf(armOf('A'))).toMatchObject({
    verdict: 'not-compared',
    grade: 'D',
    verdictSentence: 'There is nothing to compare.',
  });
});

test('campaignResult() keeps an arm below the floor to its size', () => {
  const result = resultOf(armOf('A'), armOf('B', { recipients: 9, delivered: 9, orders: 3 }));
  expect(result.variants[1]).toMatchObject({ recipients: 9, delivered: null, orders: null });
  expect(result.verdict).toBe('not-compared');
  expect(result.verdictSentence).toBe(
    'The arms cannot be compared: counts are missing or too small.',
  );
});

test('campaignResult() refuses a share above one: orders counted more than once', () => {
  const result = resultOf(armOf('A', { orders: 20_000 }), armOf('B'));
  expect(result.variants[0]?.rates.order).toMatchObject({ status: 'unavailable' });
});

test('campaignResult() names arms that cross the fixed complaint lines', () => {
  const result = resultOf(armOf('A', { complaints: 12 }), armOf('B', { complaints: 30 }));
  expect(result.notes).toEqual([
    '“A” drew spam complaints from 0.1% or more of its recipients: mailbox providers ask to stay below.',
    '“B” drew spam complaints from 0.3% or more of its recipients: mailbox providers ask never to reach that.',
  ]);
});

test('campaignResult() writes the complaint lines as the portal writes shares', () => {
  const arms = [armOf('A', { complaints: 0 }), armOf('B', { complaints: 30 })];
  const campaign = { channel: 'email', assignment: 'randomised', collapsed: false, arms };
  const { notes } = campaignResult(campaign, 10, { ...FORMATS, locale: 'de-DE' });
  expect(notes).toEqual([expect.stringContaining('from 0,3\u00a0% or more of its recipients')]);
});

test('campaignResult() notes a group with few events', () => {
  const few = { orders: 3 };
  expect(resultOf(armOf('A', few), armOf('B', few)).notes).toContain(
    'A group has fewer than 5 orders: one more or less would change the picture.',
  );
});

test('campaignResult() does not depend on the order of arms', () => {
  const arm = fc.record({ orders: fc.nat(10_000), unsubscribes: fc.nat(200) });
  fc.assert(
    fc.property(fc.array(arm, { minLength: 2, maxLength: 4 }), (changes) => {
      const arms = changes.map((change, i) => armOf(`Arm ${i}`, change));
      const there = resultOf(...arms);
      const back = resultOf(...[...arms].reverse());
      expect([there.verdict, there.grade]).toEqual([back.verdict, back.grade]);
    }),
  );
});

test('campaignResult() counts no spam complaints of what was posted', () => {
  const arms = [armOf('A', { isControl: true, complaints: 0 }), armOf('B', { complaints: 40 })];
  const result = campaignResult(
    { channel: 'Post', assignment: 'randomised', collapsed: false, arms },
    10,
    FORMATS,
  );
  expect(result.comparisons.map(({ metric }) => metric)).toEqual(['order', 'unsubscribe']);
  expect(result.variants.map(({ rates }) => rates.complaint.status)).toEqual([
    'unavailable',
    'unavailable',
  ]);
  expect(result.notes).toEqual([]);
});
