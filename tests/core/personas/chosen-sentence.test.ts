import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftStory } from '#core/personas/draft-story.ts';
import { personaEssence } from '#core/personas/persona-essence.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { arbitraryFacts } from './arbitrary-facts.ts';
import { numberFact, rangedFact, unsureFact } from './build-fact.ts';

/** A figure with an interval so wide to either side. */
const around = (id: string, value: number, margin: number): Fact =>
  rangedFact(id, value, [value - margin, value + margin]);

/** The line under a name week after week, each with what stood there before. */
function weeks(facts: readonly Fact[][]): string[] {
  let line = '';
  return facts.map((some) => (line = personaEssence(some, line)));
}

test('personaEssence() does not flip with figures that cross a limit by a hair', () => {
  const rhythm = numberFact('repeatShare', 0.3);
  const week = (items: number, price: number) => [
    rhythm,
    around('itemsPerOrderTimes', items, 0.04),
    around('unitPriceTimes', price, 0.1),
  ];
  const moving = [
    week(0.55, 1.45),
    week(0.55, 1.51),
    week(0.57, 1.49),
    week(0.58, 1.53),
    week(0.55, 1.44),
  ];
  // Drafted without what stood there, the line moves to and fro.
  expect(new Set(moving.map((facts) => personaEssence(facts))).size).toBeGreaterThan(1);
  expect(new Set(weeks(moving))).toEqual(
    new Set(['Most have bought once so far, with a small basket']),
  );
});

test('personaEssence() moves on when a figure leaves its limit, or another is far beyond', () => {
  const rhythm = numberFact('repeatShare', 0.3);
  const small = 'Most have bought once so far, with a small basket';
  const items = (value: number) => [rhythm, around('itemsPerOrderTimes', value, 0.04)];
  expect(weeks([items(0.55), items(0.6), items(0.61)])).toEqual([
    small,
    small,
    'Most have bought once so far',
  ]);
  const price = (value: number) => [...items(0.55), around('unitPriceTimes', value, 0.1)];
  expect(weeks([price(1.2), price(1.59), price(1.61), price(1.41), price(1.39)])).toEqual([
    small,
    small,
    'Most have bought once so far, with an eye for the dearer pieces',
    'Most have bought once so far, with an eye for the dearer pieces',
    small,
  ]);
});

test('personaEssence() keeps nothing whose figure has lost its interval', () => {
  const before = 'Places large orders';
  const times = 'averageOrderValueTimes';
  expect(personaEssence([around(times, 1.41, 0.2)], before)).toBe(before);
  expect(personaEssence([unsureFact(times, 1.41)], before)).toBe('Described by its figures');
});

test('draftStory() keeps what stands in the draft while it holds at the values', () => {
  const facts = (rate: number) => [
    around('returnRate', rate, 0.01),
    numberFact('returnRateTimes', 1, 'times'),
  ];
  const [keep, now] = ['They keep nearly all they order', 'Now and then something comes back'];
  const first = draftStory(facts(0.08), []);
  expect(first).toContain(keep);
  const second = draftStory(facts(0.095), [], first);
  expect(second).toContain(keep);
  expect(draftStory(facts(0.095), [])).not.toContain(keep);
  const third = draftStory(facts(0.11), [], second);
  expect(third).toContain(now);
  expect(draftStory(facts(0.095), [], third)).toContain(now);
});

test('draftStory() keeps what stands in the notes for a role, as many as there is room for', () => {
  const facts = (gifts: number, returns: number) => [
    numberFact('customers', 500, 'count'),
    around('giftShare', gifts, 0.02),
    around('returnRate', returns, 0.02),
    around('itemsPerOrder', 4, 0.1),
    numberFact('itemsPerOrderTimes', 1, 'times'),
  ];
  const gift = 'are gifts: look for a note first';
  const first = draftStory(facts(0.33, 0.1), []);
  expect(first).toContain(gift);
  expect(draftStory(facts(0.31, 0.1), [], first)).toContain(gift);
  expect(draftStory(facts(0.31, 0.1), [])).not.toContain(gift);
  // Two stand there: a third that comes before them needs more than the limit.
  const full = draftStory(
    [...facts(0.1, 0.1), around('ordersPerYear', 6, 0.2), numberFact('repeatShare', 0.8)],
    [],
  );
  const close = 'Close the box so that it can be used again';
  const moved = [
    ...facts(0.1, 0.28),
    around('ordersPerYear', 6, 0.2),
    numberFact('repeatShare', 0.8),
  ];
  expect(draftStory(moved, [])).toContain(close);
  expect(draftStory(moved, [], full)).not.toContain(close);
});

test('draftStory() and personaEssence() change nothing when they are made again of the same figures', () => {
  fc.assert(
    fc.property(arbitraryFacts, arbitraryFacts, (before, now) => {
      const story = draftStory(now, [], draftStory(before, []));
      expect(draftStory(now, [], story)).toBe(story);
      const line = personaEssence(now, personaEssence(before));
      expect(personaEssence(now, line)).toBe(line);
    }),
  );
});
