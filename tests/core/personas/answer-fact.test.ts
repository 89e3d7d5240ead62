import { expect, test } from 'vitest';
import { answerFact } from '#core/personas/answer-fact.ts';
import type { Appended } from '#core/schemas/persona.ts';
import { FactSchema } from '#core/schemas/fact.ts';

const PASSPORT = { period: { from: '2025-01-01', to: '2025-12-31' }, asOf: '2025-12-31' };

function asked(share: number | null, period: Appended['period']): Appended {
  return {
    ...{ question: 'For whom?', source: 'After your order', n: 40, nOfAll: 400, period },
    rows: [
      {
        ...{ answer: 'A gift', share, shareOfAll: 0.2, lift: null, interval: null },
        ...(share === null ? { n: 0, status: 'suppressed' } : { n: 30, status: 'more' }),
      },
    ],
  };
}

test('answerFact() counts those who were asked, in the days of the answers', () => {
  const days = { from: '2025-03-01', to: '2025-04-30' };
  const given = asked(0.75, days);
  const fact = given.rows.map((row) => answerFact(given, row, PASSPORT))[0];
  expect(FactSchema.parse(fact)).toMatchObject({
    ...{ value: 0.75, n: 40, period: days, sources: ['After your order'] },
    label: '“A gift”, asked “For whom?”',
    // (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n) with p = 0.75, n = 40 and z = 1.96
    interval: { low: expect.closeTo(0.5981, 3), high: expect.closeTo(0.8581, 3) },
  });
});

test('answerFact() stands in the Portrait’s period where the answers have no days', () => {
  const given = asked(0.75, null);
  expect(given.rows.map((row) => answerFact(given, row, PASSPORT).period)).toEqual([
    PASSPORT.period,
  ]);
});

test('answerFact() keeps a suppressed answer suppressed', () => {
  const given = asked(null, null);
  const fact = given.rows.map((row) => answerFact(given, row, PASSPORT))[0];
  expect(FactSchema.parse(fact)).toMatchObject({ value: null, status: 'suppressed', n: 0 });
});
