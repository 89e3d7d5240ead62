import { expect, test } from 'vitest';
import { peopleBehind, personaBreakdowns } from '#core/personas/persona-breakdowns.ts';
import { surelyLargest } from '#core/format/surely-largest.ts';
import { BreakdownSchema } from '#core/schemas/persona.ts';

const head = { id: 'categories', label: 'Categories', base: 'paid' };
const cell = (persona: string | null, name: string, amount: number, people = 50) => ({
  persona,
  name,
  people,
  amount,
});

test('personaBreakdowns() gives each part its share beside that of all', () => {
  const cells = [
    cell(null, 'Jeans', 60),
    cell(null, 'Knitwear', 40),
    cell('a', 'Jeans', 30),
    cell('a', 'Knitwear', 10),
  ];
  const breakdown = personaBreakdowns(head, cells, ['a'], new Set(), 10).get('a');
  expect(BreakdownSchema.parse(breakdown).rows).toEqual([
    { label: 'Jeans', share: 0.75, shareOfAll: 0.6, n: 50 },
    { label: 'Knitwear', share: 0.25, shareOfAll: 0.4, n: 50 },
  ]);
});

test('personaBreakdowns() hides a small part and one more, so that the rest does not give it away', () => {
  const cells = ['Jeans', 'Knitwear', 'Boots'].flatMap((name, at) => [
    cell(null, name, 100, [203, 241, 262][at]),
    cell('a', name, 10, [3, 40, 60][at]),
    cell('b', name, 10, 200 + at),
  ]);
  const found = personaBreakdowns(head, cells, ['a', 'b'], new Set(), 10);
  const shown = (id: string) => found.get(id)?.rows.map(({ share, n }) => [share !== null, n > 0]);
  expect(shown('a')).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ]);
  expect(shown('b')).toEqual(shown('a'));
});

test('personaBreakdowns() hides beside a small part rather what sets no Portrait apart', () => {
  // Three of a call. Those of b call far more often than all do, and are fewer than those of c.
  const cells = ['Web', 'App', 'Phone'].flatMap((name, at) => [
    cell(null, name, [70, 60, 50][at] ?? 0, [520, 410, 300][at]),
    cell('a', name, [30, 30, 1][at] ?? 0, [200, 150, 3][at]),
    cell('b', name, [10, 10, 29][at] ?? 0, [120, 110, 90][at]),
    cell('c', name, [30, 20, 20][at] ?? 0, [200, 150, 207][at]),
  ]);
  const found = personaBreakdowns(head, cells, ['a', 'b', 'c'], new Set(), 10);
  const calls = (id: string) => found.get(id)?.rows[2]?.share !== null;
  expect(['a', 'b', 'c'].map(calls)).toEqual([false, true, false]);
});

test('personaBreakdowns() hides a part of the core customer last', () => {
  // Three of a call; b and c both call more often than all do, b most.
  const cells = ['Web', 'App', 'Phone'].flatMap((name, at) => [
    cell(null, name, 60, [520, 410, 300][at]),
    cell('a', name, [30, 30, 1][at] ?? 0, [200, 150, 3][at]),
    cell('b', name, [10, 10, 29][at] ?? 0, [120, 110, 90][at]),
    cell('c', name, [18, 10, 30][at] ?? 0, [200, 150, 207][at]),
  ]);
  const calls = (core?: string) => {
    const found = personaBreakdowns(head, cells, ['a', 'b', 'c'], new Set(), 10, {
      ...(core && { core }),
    });
    return ['b', 'c'].map((id) => found.get(id)?.rows[2]?.share !== null);
  };
  expect(calls()).toEqual([true, false]);
  expect(calls('c')).toEqual([false, true]);
});

test('personaBreakdowns() hides beside a small part rather the largest of a Portrait than what sets it apart', () => {
  // Of what a sends back nearly as much does not fit as is broken; only with a it does so often.
  const cells = ['Broken', 'Misfit', 'Mistake'].flatMap((name, at) => [
    cell(null, name, [150, 60, 90][at] ?? 0, [500, 200, 303][at]),
    cell('a', name, [51, 49, 1][at] ?? 0, [200, 190, 3][at]),
    cell('b', name, [99, 11, 89][at] ?? 0, [300, 100, 300][at]),
  ]);
  const shown = personaBreakdowns(head, cells, ['a', 'b'], new Set(), 10).get('a')?.rows;
  expect(shown?.map(({ share }) => share !== null)).toEqual([false, true, false]);
});

/** Nearly all of what a buys is camp, which three people of b buy, too, and nobody else. */
const CAMP = ['Jeans', 'Boots', 'Camp', 'Hats'].flatMap((name, at) => [
  cell(null, name, [90, 80, 30, 70][at] ?? 0, [600, 500, 83, 500][at]),
  cell('a', name, [3, 3, 28, 3][at] ?? 0, [40, 40, 80, 40][at]),
  cell('b', name, [47, 37, 2, 17][at] ?? 0, [300, 200, 3, 160][at]),
  cell('c', name, [40, 40, 0, 50][at] ?? 0, [260, 260, 0, 300][at]),
]);

test('personaBreakdowns() hides the share of all customers rather than what a Portrait comes for', () => {
  const camp = (isOfAllToldElsewhere: boolean) =>
    personaBreakdowns(head, CAMP, ['a', 'b', 'c'], new Set(), 10, { isOfAllToldElsewhere })
      .get('a')
      ?.rows.find(({ label }) => label === 'Camp');
  expect(camp(false)).toMatchObject({ share: 28 / 37, shareOfAll: null });
  expect(camp(true)).toMatchObject({ share: null, shareOfAll: 30 / 270 });
});

test('personaBreakdowns() never hides the share of all customers of a single part: the others would tell it', () => {
  const rows = personaBreakdowns(head, CAMP, ['a', 'b', 'c'], new Set(), 10, {
    isOfAllToldElsewhere: false,
  }).get('a')?.rows;
  expect(rows?.filter(({ shareOfAll }) => shareOfAll === null).length).toBeGreaterThan(1);
});

test('personaBreakdowns() tells no part that all less the shown Portraits would tell of the hidden ones', () => {
  // Of the hidden ones three people have bought boots: everybody's boots less those of a and b.
  const people = { a: [80, 60], b: [70, 90], few: [9, 1], next: [14, 2] };
  const cells = ['Jeans', 'Boots'].flatMap((name, at) => [
    cell(null, name, 100, [173, 153][at]),
    ...Object.entries(people).map(([id, counts]) => cell(id, name, 10, counts[at])),
  ]);
  const ids = Object.keys(people);
  const found = personaBreakdowns(head, cells, ids, new Set(['few', 'next']), 10);
  const shown = (id: string) => found.get(id)?.rows.map(({ share }) => share !== null);
  expect([shown('a'), shown('b')]).toEqual([
    [false, false],
    [true, true],
  ]);
});

test('personaBreakdowns() takes many small parts together as Other', () => {
  const names = Array.from({ length: 30 }, (_, at) => `Category ${String(at).padStart(2, '0')}`);
  const cells = names.flatMap((name) => [cell(null, name, 1), cell('a', name, 1)]);
  const breakdown = personaBreakdowns(head, cells, ['a'], new Set(), 10).get('a');
  expect(breakdown?.rows.length).toBe(12);
  expect(breakdown?.rows.at(-1)).toMatchObject({ label: 'Other', share: 19 / 30 });
});

/** Thirty brands, of which a Portrait of the shop buys one that is among the smallest; all Portraits buy the others. */
const niche = (people: number) => {
  const names = Array.from({ length: 30 }, (_, at) => `Brand ${String(at).padStart(2, '0')}`);
  const amountOf = (name: string) => 1000 - 30 * names.indexOf(name);
  return names.flatMap((name) => [
    cell(null, name, 1000 + amountOf(name), 900),
    cell('broad', name, amountOf(name), 600),
    ...(name === 'Brand 28' ? [cell('narrow', name, 90, people)] : []),
    ...(name === 'Brand 00' ? [cell('narrow', name, 10, 60)] : []),
  ]);
};

test('personaBreakdowns() names what a Portrait buys most, however little the shop sells of it', () => {
  const found = personaBreakdowns(head, niche(80), ['narrow', 'broad'], new Set(), 10);
  const labels = (id: string) => found.get(id)?.rows.map(({ label }) => label);
  expect(labels('narrow')?.slice(-3)).toEqual(['Brand 10', 'Brand 28', 'Other']);
  expect(labels('broad')).toEqual(labels('narrow'));
  expect(surelyLargest(found.get('narrow')?.rows ?? [])).toMatchObject({ label: 'Brand 28' });
  expect(found.get('narrow')?.rows.at(-1)).toMatchObject({ label: 'Other', share: 0 });
});

test('personaBreakdowns() names no part only for a Portrait that may not be told of it', () => {
  const labels = (people: number, hidden: string[]) =>
    personaBreakdowns(head, niche(people), ['narrow', 'broad'], new Set(hidden), 10)
      .get('broad')
      ?.rows.map(({ label }) => label);
  expect(labels(9, [])).not.toContain('Brand 28');
  expect(labels(80, ['narrow'])).not.toContain('Brand 28');
});

test('personaBreakdowns() takes no single part as Other', () => {
  const names = Array.from({ length: 13 }, (_, at) => `Brand ${at}`);
  const cells = names.flatMap((name, at) => [
    cell(null, name, 100 - at),
    cell('a', name, name === 'Brand 12' ? 90 : 1),
  ]);
  const breakdown = personaBreakdowns(head, cells, ['a'], new Set(), 10).get('a');
  expect(breakdown?.rows.map(({ label }) => label)).toEqual(names);
});

test('personaBreakdowns() shows no share of a hidden Portrait', () => {
  const cells = [cell(null, 'Jeans', 60), cell('a', 'Jeans', 30)];
  const breakdown = personaBreakdowns(head, cells, ['a'], new Set(['a']), 10).get('a');
  expect(breakdown?.rows).toEqual([{ label: 'Jeans', share: null, shareOfAll: 1, n: 0 }]);
});

test('peopleBehind() tells neither a handful nor all but a handful', () => {
  const told = [0, 9, 10, 90, 91, 99, 100].map((people) => peopleBehind(people, 100, 10));
  expect(told).toEqual([undefined, undefined, 10, 90, undefined, undefined, 100]);
});
