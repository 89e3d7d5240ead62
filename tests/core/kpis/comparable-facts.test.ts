import { expect, test } from 'vitest';
import { evaluateClaim } from '#core/claims/evaluate-claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { comparableFacts } from '#core/kpis/comparable-facts.ts';
import { numberFact, rangedFact } from '../personas/build-fact.ts';

const facts = [
  rangedFact('current', 0.1, [0.08, 0.12]),
  rangedFact('yearAgo', 0.3, [0.28, 0.32]),
  numberFact('change', -0.2, 'points'),
].map((fact) => ({ ...fact, sources: ['returns'] }));
const newest = (facts[0]?.period.to ?? '').replace(/..$/, '01');
const ended = { source: 'returns', newest, ageDays: 60, limitDays: 31, isStale: true };

test('comparableFacts() lets no claim say a change where an export ends inside the figure', () => {
  const holds = (text: string, freshness: Parameters<typeof comparableFacts>[1]) =>
    evaluateClaim(parseClaim(text), comparableFacts(facts, freshness, 'exports end early')).holds;
  const claims = ['change is lower', 'change < 0', 'not change is couldBeChance'];
  for (const claim of claims) {
    expect(holds(claim, [])).toBe(true);
    expect(holds(claim, [{ ...ended, isStale: false }])).toBe(true);
    expect(holds(claim, [ended])).toBe(false);
  }
  expect(holds('current < 0.2', [ended])).toBe(true);
});

test('comparableFacts() says why there is no change, and leaves the figures as they are', () => {
  const [current, yearAgo, change] = comparableFacts(facts, [ended], 'exports end early');
  expect([current, yearAgo]).toEqual(facts.slice(0, 2));
  expect(change).toMatchObject({ status: 'unavailable', value: null, reason: 'exports end early' });
});
