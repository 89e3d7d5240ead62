import { expect, test } from 'vitest';
import { judgeClaim, type Judgement } from '#core/claims/judge-claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { rangedFact, suppressedFact, textFact } from '../personas/build-fact.ts';

const judged = (claim: string, ...facts: Fact[]): Judgement => judgeClaim(parseClaim(claim), facts);
const gifts = rangedFact('giftShare', 0.6, [0.52, 0.68]);
const rare = rangedFact('returnRate', 0.02, [0.01, 0.04]);

test('judgeClaim() supports what holds throughout the interval', () => {
  expect(judged('giftShare >= 0.5', gifts)).toBe('supported');
  expect(judged('giftShare >= 0.5 and returnRate < 0.1', gifts, rare)).toBe('supported');
});

test('judgeClaim() does not support what holds nowhere in the interval', () => {
  expect(judged('giftShare < 0.5', gifts)).toBe('not-supported');
  expect(judged('giftShare >= 0.5 and returnRate > 0.1', gifts, rare)).toBe('not-supported');
});

test('judgeClaim() cannot say what the interval leaves open', () => {
  expect(judged('giftShare >= 0.65', gifts)).toBe('undecided');
});

test('judgeClaim() cannot say anything of facts that are missing, suppressed or texts', () => {
  expect(judged('giftShare >= 0.5')).toBe('undecided');
  expect(judged('not giftShare >= 0.5', suppressedFact('giftShare'))).toBe('undecided');
  expect(judged('topCategory >= 1', textFact('topCategory', 'Gifts'))).toBe('undecided');
});
