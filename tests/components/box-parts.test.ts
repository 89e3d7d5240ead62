import { expect, test } from 'vitest';
import { barOf } from '#components/box-bar.ts';
import { boxParts } from '#components/box-parts.ts';
import { numberFact } from '../core/personas/build-fact.ts';
import { BOXES, personaEntry } from './build-portal.ts';

const personas = [personaEntry('giver', { isCore: true }), personaEntry('other')];
const formats = { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' };

test('boxParts() names each Portrait as people do, then what belongs to none; nothing that holds no order', () => {
  expect(
    boxParts({ boxes: BOXES, personas, formats }).map(({ label, orders }) => [label, orders]),
  ).toEqual([
    ['The giver', 7],
    ['People we do not know', 3],
  ]);
});

test('boxParts() gives a Portrait its own stripes, whoever else is in the boxes', () => {
  const many = ['ada', 'bea', 'cleo'].map((id, at) => ({
    ...personaEntry(id),
    stripes: at === 0 ? 1 : 0,
  }));
  const parts = boxParts({
    boxes: {
      ...BOXES,
      facts: many.map(({ id }) => numberFact(id, 5, 'count')),
      parts: many.map(({ id }) => ({ persona: id, fact: id })),
    },
    personas: many,
    formats,
  });
  expect(parts.map(({ stripes }) => stripes)).toEqual([1, 0, 0]);
});

test('barOf() shares the line out by orders, and stripes stay inside their part', () => {
  const bars = barOf(
    [
      { orders: 3, stripes: 0 },
      { orders: 1, stripes: 2 },
    ],
    1000,
  );
  expect(bars.map(({ x, width, stripes }) => [x, width, stripes.length])).toEqual([
    [0, 746, 0],
    [750, 246, 49],
  ]);
  for (const { x, width } of bars[1]?.stripes ?? []) {
    expect(x).toBeGreaterThan(750);
    expect(x + width).toBeLessThanOrEqual(996);
  }
  expect(barOf([], 1000)).toEqual([]);
});
