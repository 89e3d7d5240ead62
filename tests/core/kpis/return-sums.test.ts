import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, monthEnd, monthOf } from '#core/kpis/calendar.ts';
import { returnSums } from '#core/kpis/return-sums.ts';
import { orderSumsOf } from './order-sums-of.ts';

const FLOOR = 10;
const year = { id: 'matureCurrent', from: '2025-01-01', to: '2025-12-31' };

interface Month {
  /** People of orders whose returns are told. */
  told: number;
  /** People of the other orders. */
  untold: number;
  /** What one of those paid; of the others each paid 10. */
  price: number;
}

/** A year of months, each person with one order. */
function shopOf(counts: readonly Month[]) {
  const months = counts.map((_, i) => {
    const id = monthOf(addMonths('2025-01-01', i));
    return { id, from: `${id}-01`, to: monthEnd(id) };
  });
  const people = (count: number, paid: number) =>
    orderSumsOf({ orders: count, people: count, paid, returned: 0 });
  const sumsOf = (of: (month: Month) => [people: number, paid: number]) => {
    const each = counts.map(of);
    const whole = [0, 1].map((at) => each.reduce((sum, month) => sum + (month[at] ?? 0), 0));
    return new Map([
      ...each.map(([n, paid], i) => [months[i]?.id ?? '', people(n, paid)] as const),
      [year.id, people(whole[0] ?? 0, whole[1] ?? 0)] as const,
    ]);
  };
  const all = sumsOf(({ told, untold, price }) => [told + untold, told * 10 + untold * price]);
  const told = sumsOf((month) => [month.told, month.told * 10]);
  const untold = sumsOf((month) => [month.untold, month.untold * month.price]);
  return {
    months,
    all,
    told,
    untold,
    sums: returnSums({ all, told, untold }, months, [year], FLOOR),
  };
}

const usual = { told: 200, untold: 30, price: 10 };
const handful = { told: 200, untold: 3, price: 10 };

test('returnSums() are of the told orders where the others are of enough people', () => {
  const { sums, told } = shopOf([usual, usual, { ...usual, untold: 0 }]);
  expect(sums).toEqual(told);
});

test('returnSums() count all orders of a month where the untold ones are of a handful', () => {
  const { sums, all, told } = shopOf([handful, usual, handful, handful, handful]);
  expect(['2025-01', '2025-03', '2025-05'].map((id) => sums.get(id))).toEqual(
    ['2025-01', '2025-03', '2025-05'].map((id) => all.get(id)),
  );
  expect(sums.get('2025-02')).toBe(told.get('2025-02'));
  expect(sums.get(year.id)).toBe(told.get(year.id));
});

test('returnSums() count all orders of a second month where the year would tell of the first', () => {
  const { sums, all } = shopOf([handful, usual, { ...usual, untold: 12 }, { ...usual, untold: 0 }]);
  expect(sums.get('2025-03')).toBe(all.get('2025-03'));
});

test('returnSums() count all orders of a year where the untold ones are of a handful', () => {
  const { sums, all } = shopOf([handful, handful]);
  expect(sums.get(year.id)).toBe(all.get(year.id));
});

test('returnSums() are withheld where a handful of untold orders bring more than a tenth', () => {
  expect(
    shopOf([{ ...handful, price: 100 }, usual, handful, handful]).sums.get('2025-01'),
  ).toBeNull();
});

test('returnSums() keep every month, and leave nothing to subtract that is of fewer people than the floor', () => {
  const month = fc.record({
    told: fc.integer({ min: 150, max: 400 }),
    untold: fc.oneof(fc.nat(12), fc.nat(60)),
    price: fc.constant(1),
  });
  fc.assert(
    fc.property(fc.array(month, { minLength: 2, maxLength: 12 }), (counts) => {
      const { months, all, told, sums } = shopOf(counts);
      const untoldBy = (id: string) => (all.get(id)?.orders ?? 0) - (sums.get(id)?.orders ?? NaN);
      const isSafe = (people: number) => people === 0 || people >= FLOOR;
      expect([...sums.values()]).not.toContain(null);
      expect([...sums.keys()].filter((id) => !isSafe(untoldBy(id)))).toEqual([]);
      // The year's untold orders less those of the months that tell them: of several months, or of none.
      if (sums.get(year.id) !== told.get(year.id)) return;
      const silent = months.filter(({ id }) => untoldBy(id) === 0);
      const rest = untoldBy(year.id) - months.reduce((sum, { id }) => sum + untoldBy(id), 0);
      expect(isSafe(rest)).toBe(true);
      const hidden = silent.filter(({ id }) => all.get(id)?.orders !== told.get(id)?.orders);
      expect(hidden).not.toHaveLength(1);
    }),
  );
});
